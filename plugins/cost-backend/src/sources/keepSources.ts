import type { Knex } from 'knex';
import type { NamedSource } from './createSources';

/**
 * Makes the list of known sources that of app-config. What a source that is
 * gone has delivered stays, until somebody else delivers the month.
 */
export async function keepSources(options: {
  client: Knex;
  sources: readonly NamedSource[];
}): Promise<void> {
  const { client, sources } = options;
  await client.transaction(async trx => {
    await trx('cost_source')
      .whereNotIn(
        'name',
        sources.map(({ name }) => name),
      )
      .delete();
    if (sources.length > 0) {
      await trx('cost_source')
        .insert(
          sources.map(({ name, type, made }) => ({
            name,
            type,
            kind: made.kind,
          })),
        )
        .onConflict('name')
        .merge(['type', 'kind']);
    }
  });
}
