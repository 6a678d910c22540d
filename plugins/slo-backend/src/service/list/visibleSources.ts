import type { SourceStatus } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';

/**
 * Health of the metrics sources: of all for who sees everything, otherwise of
 * those that a visible objective is measured from.
 */
export async function visibleSources(options: {
  context: Pick<SloContext, 'sources'>;
  scope: ObjectiveScope;
  visible(): Knex.QueryBuilder;
}): Promise<SourceStatus[]> {
  const { context, scope, visible } = options;
  const statuses = await context.sources.statuses();
  if (scope.kind === 'all') {
    return statuses;
  }
  const used: string[] = await visible().distinct().pluck('o.source');
  return statuses.filter(({ name }) => used.includes(name));
}
