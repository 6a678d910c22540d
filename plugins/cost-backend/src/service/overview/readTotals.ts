import type {
  ChargeKind,
  CostCategory,
  CostPool,
  NanoUnits,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostRange } from '../range/CostRange';

/** What the whole bill has of a day, by where it stands. */
export interface DayTotal {
  day: string;
  /** Empty for services. */
  pool: CostPool | '';
  category: CostCategory;
  kind: ChargeKind;
  amount: NanoUnits;
}

/**
 * The whole bill by day, from sums that are kept ready.
 *
 * @param options.to - exclusive
 */
export async function readTotals(options: {
  client: Knex;
  from: string;
  to: string;
  range: Pick<CostRange, 'metric' | 'currency'>;
}): Promise<DayTotal[]> {
  const { client, from, to, range } = options;
  const rows: Array<Omit<DayTotal, 'amount'> & { amount: string }> =
    await client('cost_total')
      .where('currency', range.currency)
      .where('day', '>=', from)
      .where('day', '<', to)
      .orderBy('day')
      .select(
        'day',
        'pool',
        'category',
        'kind',
        client.raw('cast(?? as text) as amount', [range.metric]),
      );
  return rows.map(row => ({ ...row, amount: BigInt(row.amount) }));
}
