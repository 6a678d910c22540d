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

interface CurrencySpan {
  currency: string;
  since: string;
  until: string;
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
  const [rows, spans] = await Promise.all([
    client('cost_source').orderBy('name') as Promise<SourceRow[]>,
    client('cost_total')
      .groupBy('currency')
      .orderBy('currency')
      .select(
        'currency',
        client.raw('min(day) as since'),
        client.raw('max(day) as until'),
      ) as Promise<CurrencySpan[]>,
  ]);
  const since = spans.map(span => span.since).sort()[0];
  const until = spans
    .map(span => span.until)
    .sort()
    .at(-1);
  const isKnown = (row: SourceRow) => row.complete_to !== null;
  const bills = rows.filter(row => row.kind === 'bill' && isKnown(row));
  const clusters = rows.filter(row => row.kind === 'cluster' && isKnown(row));
  const counted = bills.length > 0 ? bills : clusters;
  const complete = counted
    .map(row => row.complete_to as string)
    .sort()
    .concat(until ?? []);
  const completeTo = since ? complete.sort()[0] : undefined;
  return {
    ...(completeTo && { completeTo }),
    ...(since && { since }),
    currencies: spans.map(({ currency }) => currency),
    basis: bills.length === 0 && clusters.length > 0 ? 'list-price' : 'bill',
    sources: rows
      .filter(({ kind }) => kind === 'bill' || kind === 'cluster')
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
