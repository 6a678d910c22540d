import type {
  AllocationBasis,
  ChargeKind,
  CostCategory,
  CostMetric,
  NanoUnits,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** What some services cost on a day, for one reason. */
export interface DailyCost {
  day: string;
  category: CostCategory;
  kind: ChargeKind;
  /** As JSON: {@link AllocationBasis}. */
  basis: string;
  amount: NanoUnits;
}

/**
 * What services cost together, by day, category, kind and basis.
 *
 * @param options.to - exclusive
 */
export async function readDailyCosts(options: {
  client: Knex;
  entityRefs: readonly string[];
  from: string;
  to: string;
  metric: CostMetric;
  currency: string;
}): Promise<DailyCost[]> {
  const { client, entityRefs, from, to, metric, currency } = options;
  const costs: DailyCost[] = [];
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const rows: Array<Omit<DailyCost, 'amount'> & { amount: string }> =
      await client('cost_daily')
        .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
        .where('day', '>=', from)
        .where('day', '<', to)
        .where({ currency })
        .groupBy('day', 'category', 'kind', 'basis')
        .orderBy(['day', 'category', 'kind', 'basis'])
        .select(
          'day',
          'category',
          'kind',
          'basis',
          client.raw('cast(sum(??) as text) as amount', [metric]),
        );
    for (const row of rows) {
      costs.push({ ...row, amount: BigInt(row.amount) });
    }
  }
  return costs;
}

/** Reads a basis as it is kept. */
export function basisOf(cost: Pick<DailyCost, 'basis'>): AllocationBasis {
  return JSON.parse(cost.basis);
}
