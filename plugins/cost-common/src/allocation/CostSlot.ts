import type { BillLine } from '../bill/BillLine';
import type { AllocatedCost } from './AllocatedCost';

/** What parts of a charge keep, whoever is given them. */
export interface CostSlot {
  readonly key: string;
  readonly head: Pick<
    AllocatedCost,
    'day' | 'billingMonth' | 'category' | 'kind' | 'currency'
  >;
}

/** The slot of a bill's line. */
export function slotOf(line: BillLine): CostSlot {
  const { day, billingMonth, kind, currency, key } = line;
  const { category } = key;
  return {
    key: `${billingMonth}|${day}|${currency}|${category}|${kind}`,
    head: { day, billingMonth, category, kind, currency },
  };
}
