import type { Knex } from 'knex';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** Currencies that services cost anything in, ISO 4217, sorted. */
export async function chargedCurrencies(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Promise<string[]> {
  const { client, entityRefs } = options;
  const found = new Set<string>();
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const currencies: string[] = await client('cost_service')
      .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
      .distinct('currency')
      .pluck('currency');
    currencies.forEach(currency => found.add(currency));
  }
  return [...found].sort();
}
