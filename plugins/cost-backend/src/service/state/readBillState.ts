import { addDays, type CostProof } from '@plimsoll/plugin-cost-common';
import { applyServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import type { BillState } from './BillState';
import { readReading } from './readReading';
import { commonCompleteTo, LATE_DAYS } from './commonCompleteTo';

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
 * How far the bill goes, from small tables. That is said to everybody; the
 * currencies are those of what the reader may see.
 *
 * @param options.view - of the reader; without it there is none, and all is seen
 * @param options.now - Unix milliseconds
 */
export async function readBillState(options: {
  client: Knex;
  view?: CostView;
  now: number;
}): Promise<BillState> {
  const { client, view, now } = options;
  const today = new Date(now).toISOString().slice(0, 10);
  const [rows, spans, visible, reading] = await Promise.all([
    client('cost_source').orderBy('name') as Promise<SourceRow[]>,
    client('cost_total')
      .groupBy('currency')
      .orderBy('currency')
      .select(
        'currency',
        client.raw('min(day) as since'),
        client.raw('max(day) as until'),
      ) as Promise<CurrencySpan[]>,
    view && !view.totals ? readVisibleCurrencies(client, view) : undefined,
    readReading(client),
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
  const common = commonCompleteTo(
    counted.map(row => row.complete_to as string),
  );
  const completeTo = since ? [common, until].sort()[0] : undefined;
  return {
    ...(completeTo && { completeTo }),
    ...(since && { since }),
    currencies: visible ?? spans.map(({ currency }) => currency),
    basis: bills.length === 0 && clusters.length > 0 ? 'list-price' : 'bill',
    sources: rows
      .filter(({ kind }) => kind === 'bill' || kind === 'cluster')
      .map(row => toSource(row, today)),
    splitBy: clusters.map(({ name }) => name),
    ...(reading && { reading }),
  };
}

async function readVisibleCurrencies(
  client: Knex,
  view: CostView,
): Promise<string[]> {
  const query = client('cost_service as s');
  applyServiceScope(query, { scope: view.scope, column: 's.entity_ref' });
  return query.distinct('s.currency').orderBy('s.currency').pluck('s.currency');
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
