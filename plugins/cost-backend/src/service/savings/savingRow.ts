import { formatAmount, type Saving } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** A saving as it is kept. */
export interface SavingRow {
  id: string;
  entity_ref: string;
  content: string;
  applied_at: string | number | null;
  promised: string | null;
  got: string | null;
  got_until: string | null;
  measured: string | null;
}

/** Columns of {@link SavingRow}, under an alias of ours. */
export function selectSaving(client: Knex, table: string): Knex.Raw[] {
  return [
    ...[
      'id',
      'entity_ref',
      'content',
      'applied_at',
      'got_until',
      'measured',
    ].map(column => client.raw('??', [`${table}.${column}`])),
    ...['promised', 'got'].map(column =>
      client.raw('cast(?? as text) as ??', [`${table}.${column}`, column]),
    ),
  ];
}

/**
 * The saving, and what became of it.
 *
 * @param place - among those that the caller may see; for who sees all it is
 * the one that it is kept with
 */
export function toSaving(row: SavingRow, place?: number): Saving {
  const kept: Saving = JSON.parse(row.content);
  const saving = place === undefined ? kept : { ...kept, order: place };
  return row.applied_at === null
    ? saving
    : {
        ...saving,
        applied: {
          at: new Date(Number(row.applied_at)).toISOString(),
          promised: formatAmount(BigInt(row.promised ?? 0)),
          ...(row.got !== null && { got: formatAmount(BigInt(row.got)) }),
          ...(row.got_until !== null && { until: row.got_until }),
          ...(row.measured !== null && { measured: JSON.parse(row.measured) }),
        },
      };
}
