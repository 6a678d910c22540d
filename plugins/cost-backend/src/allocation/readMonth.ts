import type {
  BillLine,
  ChargeKey,
  NodeUse,
  ServiceVolume,
} from '@plimsoll/plugin-cost-common';
import { formatAmount } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../database/amountColumns';

/** All that is known of a billing month. */
export interface MonthFacts {
  lines: BillLine[];
  shares: NodeUse[];
  volumes: ServiceVolume[];
  /** Refs of the components of the catalog. */
  services: string[];
}

/**
 * Reads what a billing month is made of. Without a line of any bill it is the
 * use of the clusters in that month.
 */
export async function readMonth(options: {
  trx: Knex;
  billingMonth: string;
}): Promise<MonthFacts> {
  const { trx, billingMonth } = options;
  const lines = await readLines(trx, billingMonth);
  const days = lines.map(({ day }) => day);
  const month = billingMonth.slice(0, 7);
  const range =
    days.length > 0
      ? { from: least(days), to: greatest(days) }
      : { from: `${month}-01`, to: `${month}-31` };
  return {
    lines,
    shares: await readShares(trx, range),
    volumes: await readVolumes(trx, range),
    services: await trx('service_index')
      .where('kind', 'component')
      .orderBy('entity_ref')
      .pluck('entity_ref'),
  };
}

interface LineRow extends AmountColumns {
  key_id: string;
  content: string;
  day: string;
  billing_month: string;
  kind: BillLine['kind'];
  currency: string;
}

async function readLines(trx: Knex, billingMonth: string): Promise<BillLine[]> {
  const rows: LineRow[] = await trx('cost_line as line')
    .where('line.billing_month', billingMonth)
    .select(
      'line.key_id',
      'line.day',
      'line.billing_month',
      'line.kind',
      'line.currency',
      ...selectAmounts(trx, { table: 'line' }),
    );
  const keys = await readKeys(trx, billingMonth);
  return rows.flatMap(row => {
    const key = keys.get(row.key_id);
    return key
      ? [
          {
            key,
            day: row.day,
            billingMonth: row.billing_month,
            kind: row.kind,
            currency: row.currency,
            amounts: fromAmountColumns(row),
          },
        ]
      : [];
  });
}

/** Each key once: it is decided once whose all its charges are. */
async function readKeys(
  trx: Knex,
  billingMonth: string,
): Promise<Map<string, ChargeKey>> {
  const rows: Array<{ id: string; content: string }> = await trx('cost_key')
    .whereIn('id', ids =>
      ids
        .select('key_id')
        .from('cost_line')
        .where('billing_month', billingMonth),
    )
    .select('id', 'content');
  return new Map(rows.map(({ id, content }) => [id, JSON.parse(content)]));
}

interface DayRange {
  from: string;
  /** Inclusive. */
  to: string;
}

interface ShareRow {
  day: string;
  cluster: string;
  provider_id: string | null;
  node: string;
  owner_kind: NodeUse['owner']['kind'];
  labels: string | null;
  namespace: string | null;
  list_price: string;
  storage_price: string | null;
  network_price: string | null;
  currency: string;
}

async function readShares(trx: Knex, range: DayRange): Promise<NodeUse[]> {
  const rows: ShareRow[] = await trx('cost_share')
    .whereBetween('day', [range.from, range.to])
    .select(
      'day',
      'cluster',
      'provider_id',
      'node',
      'owner_kind',
      'labels',
      'namespace',
      'currency',
      ...['list_price', 'storage_price', 'network_price'].map(price =>
        trx.raw('cast(?? as text) as ??', [price, price]),
      ),
    );
  return rows.map(row => ({
    day: row.day,
    cluster: row.cluster,
    node: row.node,
    ...(row.provider_id !== null && { providerId: row.provider_id }),
    owner:
      row.owner_kind === 'workload'
        ? {
            kind: 'workload',
            labels: JSON.parse(row.labels ?? '{}'),
            ...(row.namespace !== null && { namespace: row.namespace }),
          }
        : { kind: row.owner_kind },
    listPrice: formatAmount(BigInt(row.list_price)),
    ...(row.storage_price !== null && {
      storageListPrice: formatAmount(BigInt(row.storage_price)),
    }),
    ...(row.network_price !== null && {
      networkListPrice: formatAmount(BigInt(row.network_price)),
    }),
    currency: row.currency,
  }));
}

async function readVolumes(
  trx: Knex,
  range: DayRange,
): Promise<ServiceVolume[]> {
  const rows: Array<{ entity_ref: string; day: string; volume: number }> =
    await trx('cost_volume')
      .where('unit', 'requests')
      .whereBetween('day', [range.from, range.to])
      .select('entity_ref', 'day', 'volume');
  return rows.map(({ entity_ref: entityRef, day, volume }) => ({
    entityRef,
    day,
    volume,
  }));
}

function least(texts: string[]): string {
  return texts.reduce((a, b) => (a < b ? a : b));
}

function greatest(texts: string[]): string {
  return texts.reduce((a, b) => (a > b ? a : b));
}
