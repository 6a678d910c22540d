import type { Knex } from 'knex';
import type { ServiceRow } from './toServiceRow';

/** Rows per statement: below the parameter limits of both databases. */
const CHUNK = 100;

/** What tells one state of a service from the next. */
const COMPARED = [
  'content',
  'sort_name',
  'saving',
  'anomalies',
  'effective_to_date',
  'billed_to_date',
  'contracted_to_date',
  'list_to_date',
] as const;

/** Writes rows that differ from what is kept; those alone count as changed. */
export async function writeServiceRows(options: {
  client: Knex;
  rows: readonly ServiceRow[];
  /** Unix milliseconds. */
  now: number;
}): Promise<void> {
  const { client, rows, now } = options;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    await client.transaction(async trx => {
      const known: ServiceRow[] = await trx('cost_service')
        .whereIn(
          'entity_ref',
          part.map(row => row.entity_ref),
        )
        .select(
          'entity_ref',
          'currency',
          ...COMPARED.map(column =>
            trx.raw('cast(?? as text) as ??', [column, column]),
          ),
        );
      const states = new Map(known.map(row => [keyOf(row), stateOf(row)]));
      const changed = part.filter(
        row => states.get(keyOf(row)) !== stateOf(row),
      );
      const currencies = new Set(part.map(keyOf));
      for (const row of known.filter(item => !currencies.has(keyOf(item)))) {
        await trx('cost_service')
          .where({ entity_ref: row.entity_ref, currency: row.currency })
          .delete();
      }
      if (changed.length > 0) {
        await trx('cost_service')
          .insert(changed.map(row => ({ ...row, changed_at: now })))
          .onConflict(['entity_ref', 'currency'])
          .merge();
      }
    });
  }
}

function keyOf(row: Pick<ServiceRow, 'entity_ref' | 'currency'>): string {
  return `${row.entity_ref}|${row.currency}`;
}

function stateOf(row: ServiceRow): string {
  return JSON.stringify(
    COMPARED.map(column => (row[column] === null ? null : String(row[column]))),
  );
}
