import type { SourceStatus } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { readStates } from '../../sources/SourceHealthStore';
import type { SloContext } from '../SloContext';
import { visibleObjectives } from '../visibleObjectives';

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

/**
 * The same for a statement that reads more; {@link readVisibleSources} reads
 * it.
 */
export function selectVisibleSources(options: {
  context: Pick<SloContext, 'client' | 'sources'>;
  scope: ObjectiveScope;
}): Knex.QueryBuilder {
  const { context, scope } = options;
  const { client, sources } = context;
  return sources.health.selectStates(sources.names, rows => {
    if (scope.kind === 'some') {
      // looks for one: `exists` would be made a join over all that are visible
      const one = visibleObjectives({ client, scope })
        .where('o.source', client.ref('slo_source.name'))
        .select('o.id')
        .limit(1);
      rows.whereRaw('(?) is not null', [one]);
    }
  });
}

/** What {@link selectVisibleSources} selected. */
export function readVisibleSources(options: {
  context: Pick<SloContext, 'sources'>;
  scope: ObjectiveScope;
  states: string | null;
}): SourceStatus[] {
  const { context, scope } = options;
  const states = readStates(options.states);
  const statuses = context.sources.toStatuses(states);
  return scope.kind === 'all'
    ? statuses
    : statuses.filter(({ name }) => states.has(name));
}
