import type { CostProof } from '@plimsoll/plugin-cost-common';
import { addDays } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { BillState } from './BillState';

/** A bill that is older than this is late, in days. */
const LATE_DAYS = 4;

interface SourceRow {
  name: string;
  type: string;
  kind: string;
  format: string | null;
  complete_to: string | null;
  read_at: string | number | null;
  error: string | null;
}

/**
 * How far the bill goes, from small tables.
 *
 * @param options.now - Unix milliseconds
 */
export async function readBillState(options: {
  client: Knex;
  now: number;
}): Promise<BillState> {
  const { client, now } = options;
  const today = new Date(now).toISOString().slice(0, 10);
  const rows: SourceRow[] = await client('cost_source').orderBy('name');
  const [range] = await client('cost_total').select(
    client.raw('min(day) as since'),
    client.raw('max(day) as until'),
  );
  const currencies: string[] = await client('cost_service')
    .distinct('currency')
    .orderBy('currency')
    .pluck('currency');
  const isKnown = (row: SourceRow) => row.complete_to !== null;
  const bills = rows.filter(row => row.kind === 'bill' && isKnown(row));
  const clusters = rows.filter(row => row.kind === 'cluster' && isKnown(row));
  const counted = bills.length > 0 ? bills : clusters;
  const complete = counted
    .map(row => row.complete_to as string)
    .sort()
    .concat(range.until ? [range.until] : []);
  const completeTo = range.since ? complete[0] : undefined;
  return {
    ...(completeTo && { completeTo }),
    ...(range.since && { since: range.since }),
    currencies,
    basis: bills.length === 0 && clusters.length > 0 ? 'list-price' : 'bill',
    sources: rows
      .filter(({ kind }) => kind !== 'use')
      .map(row => toSource(row, today)),
    splitBy: clusters.map(({ name }) => name),
  };
}

function toSource(row: SourceRow, today: string): CostProof['sources'][number] {
  return {
    name: row.name,
    type: row.type,
    ...(row.format !== null && { format: row.format }),
    ...(row.complete_to !== null && { completeTo: row.complete_to }),
    state: stateOf(row, today),
    ...(row.read_at !== null && {
      readAt: new Date(Number(row.read_at)).toISOString(),
    }),
  };
}

function stateOf(
  row: SourceRow,
  today: string,
): CostProof['sources'][number]['state'] {
  if (row.error !== null) {
    return 'failing';
  }
  if (row.complete_to === null) {
    return 'empty';
  }
  return row.complete_to < addDays(today, -LATE_DAYS) ? 'late' : 'ok';
}
