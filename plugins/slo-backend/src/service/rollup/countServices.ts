import type { RollupServices } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { applyObjectiveScope } from '../../permissions/ObjectiveScope';
import {
  applySubject,
  type RolledUp,
  rolledUpObjectives,
} from './rolledUpObjectives';

/** Of the services without an objective so many are named. */
const NAMED = 20;

/**
 * Services that have objectives, and Components that have none. A service out
 * of the caller's sight is neither.
 */
export async function countServices(
  options: RolledUp,
): Promise<RollupServices> {
  const [[covered], [bare], without] = await Promise.all([
    rolledUpObjectives(options).countDistinct<Counted[]>(
      'o.entity_ref as number',
    ),
    bareComponents(options).count<Counted[]>('* as number'),
    bareComponents(options)
      .orderBy('service_index.entity_ref')
      .limit(NAMED)
      .pluck<string[]>('service_index.entity_ref'),
  ]);
  const withObjective = Number(covered.number);
  const withoutObjective = Number(bare.number);
  return {
    total: withObjective + withoutObjective,
    withObjective,
    withoutObjective,
    without,
  };
}

interface Counted {
  number: number | string;
}

function bareComponents(options: RolledUp): Knex.QueryBuilder {
  const { client, scope } = options;
  const column = 'service_index.entity_ref';
  const query = client('service_index')
    .where('service_index.kind', 'component')
    .whereNotExists(
      client('slo_objective as o')
        .select(client.raw('1'))
        .whereNull('o.removed_at')
        .where('o.entity_ref', client.ref(column)),
    );
  applySubject(query, { ...options, column });
  applyObjectiveScope(query, { scope, column });
  return query;
}
