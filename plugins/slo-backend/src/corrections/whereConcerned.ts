import type { Knex } from 'knex';

/**
 * Narrows pairs of an objective `o` and a correction `c` of the same service to
 * those in which the correction concerns the objective.
 */
export function whereConcerned(options: {
  client: Knex;
  query: Knex.QueryBuilder;
}): Knex.QueryBuilder {
  const { client, query } = options;
  return query.where(either =>
    either
      .whereNull('c.ref')
      .orWhere(both =>
        both
          .where('c.ref', client.ref('o.ref'))
          .where('c.objective', client.ref('o.objective')),
      ),
  );
}
