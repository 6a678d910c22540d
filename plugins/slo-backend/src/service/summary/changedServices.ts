import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { visibleObjectives } from '../visibleObjectives';

/**
 * The visible services with the instant of their last change: of a document,
 * of a state or number, or of the removal of an objective. An objective of no
 * service (its document names none) belongs to no row.
 *
 * @param options.sinceMs - Unix milliseconds, inclusive
 */
export function changedServices(options: {
  client: Knex;
  scope: ObjectiveScope;
  sinceMs?: number;
}): Knex.QueryBuilder {
  const { client, scope, sinceMs } = options;
  const changedAt = `max(case when s.changed_at > o.changed_at then s.changed_at else o.changed_at end)`;
  const query = visibleObjectives({ client, scope, includeRemoved: true })
    .where('o.entity_ref', '<>', '')
    .select('o.entity_ref', { changed_at: client.raw(changedAt) })
    .groupBy('o.entity_ref');
  if (sinceMs !== undefined) {
    query.havingRaw(`${changedAt} >= ?`, [sinceMs]);
  }
  return query;
}
