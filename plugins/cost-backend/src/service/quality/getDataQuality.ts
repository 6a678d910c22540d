import {
  COST_METRICS,
  type DataQuality,
  formatAmount,
} from '@plimsoll/plugin-cost-common';
import type { BillFault } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../../database/amountColumns';
import { readAside } from './readAside';

/** Deliveries that are shown: those with something to mend first. */
const MOST = 100;

/**
 * What was read and what of it was not as it should be, and the bill beside
 * the sum of its parts. For who may see totals.
 */
export async function getDataQuality(options: {
  client: Knex;
}): Promise<DataQuality> {
  const { client } = options;
  const [failing, aside, deliveries, conservation] = await Promise.all([
    readFailing(client),
    readAside(client),
    readDeliveries(client),
    readConservation(client),
  ]);
  return { deliveries: [...failing, ...aside, ...deliveries], conservation };
}

/** Sources that could not be asked what they have. */
async function readFailing(client: Knex): Promise<DataQuality['deliveries']> {
  const rows: Array<{ name: string; error: string }> = await client(
    'cost_source',
  )
    .whereNotNull('error')
    .orderBy('name')
    .select('name', 'error');
  return rows.map(({ name, error }) => ({
    source: name,
    delivery: name,
    state: 'failing',
    message: error,
    faults: [],
  }));
}

interface DeliveryRow {
  source: string;
  id: string;
  state: DataQuality['deliveries'][number]['state'];
  read_at: string | number | null;
  rows: string | number | null;
  format_version: string | null;
  message: string | null;
  faults: string;
}

async function readDeliveries(
  client: Knex,
): Promise<DataQuality['deliveries']> {
  const rows: DeliveryRow[] = await client('cost_delivery')
    .whereNotIn(
      'source',
      client('cost_source').where('kind', 'gone').select('name'),
    )
    .orderByRaw(
      "case state when 'refused' then 0 when 'failing' then 1 else 2 end",
    )
    .orderByRaw('coalesce(read_at, 0) desc')
    .orderBy(['source', 'id'])
    .limit(MOST)
    .select(
      'source',
      'id',
      'state',
      'read_at',
      'rows',
      'format_version',
      'message',
      'faults',
    );
  return rows.map(row => ({
    source: row.source,
    delivery: row.id,
    state: row.state,
    ...(row.read_at !== null && {
      readAt: new Date(Number(row.read_at)).toISOString(),
    }),
    ...(row.rows !== null && { rows: Number(row.rows) }),
    ...(row.format_version !== null && { formatVersion: row.format_version }),
    ...(row.message !== null && { message: row.message }),
    faults: (JSON.parse(row.faults) as BillFault[]).map(toFault),
  }));
}

function toFault(
  fault: BillFault,
): DataQuality['deliveries'][number]['faults'][number] {
  const { rule, severity, message, count, file, place } = fault;
  const where = [file, place].filter(part => part !== undefined).join(': ');
  return { rule, severity, message, count, ...(where && { place: where }) };
}

/** Of months that are allotted: others have no parts yet. */
async function readConservation(
  client: Knex,
): Promise<DataQuality['conservation']> {
  const sumsOf = async (table: string) => {
    const rows: Array<AmountColumns & { currency: string }> = await client(
      table,
    )
      .whereNotIn('billing_month', client('cost_dirty').select('billing_month'))
      .whereIn('billing_month', client('cost_line').select('billing_month'))
      .groupBy('currency')
      .orderBy('currency')
      .select('currency', ...selectAmounts(client, { sum: true }));
    return new Map(rows.map(row => [row.currency, fromAmountColumns(row)]));
  };
  const [bills, parts] = await Promise.all([
    sumsOf('cost_line'),
    sumsOf('cost_daily'),
  ]);
  const currencies = [...new Set([...bills.keys(), ...parts.keys()])].sort();
  return currencies.flatMap(currency =>
    COST_METRICS.map(metric => {
      const bill = bills.get(currency)?.[metric] ?? 0n;
      const allocated = parts.get(currency)?.[metric] ?? 0n;
      return {
        currency,
        metric,
        bill: formatAmount(bill),
        allocated: formatAmount(allocated),
        difference: formatAmount(bill - allocated),
      };
    }),
  );
}
