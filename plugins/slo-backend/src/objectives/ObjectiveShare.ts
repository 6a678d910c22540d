import type { Knex } from 'knex';

/**
 * The objectives that one writer is in charge of: those of the catalog's
 * documents, or those that the rules of some tools record in one source.
 */
export type ObjectiveShare =
  | { kind: 'catalog' }
  | { kind: 'rules'; source: string; origins: readonly string[] };

/** Narrows a query of `slo_objective` to a share. */
export function applyShare(
  query: Knex.QueryBuilder,
  share: ObjectiveShare,
): Knex.QueryBuilder {
  return share.kind === 'catalog'
    ? query.whereNull('origin')
    : query.where('source', share.source).whereIn('origin', share.origins);
}
