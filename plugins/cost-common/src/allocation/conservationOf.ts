import type { DataQuality } from '../api/responses';
import type { BillLine } from '../bill/BillLine';
import { COST_METRICS, type CostAmounts } from '../bill/CostAmounts';
import { formatAmount } from '../money/formatAmount';
import { addAmounts, NO_COST } from '../money/sumAmounts';
import type { AllocatedCost } from './AllocatedCost';

type Summed = Pick<BillLine | AllocatedCost, 'currency' | 'amounts'>;

/**
 * Lines of a bill beside the sum of its parts, for each currency and metric.
 * The difference is 0 or something is broken.
 *
 * @public
 */
export function conservationOf(options: {
  lines: Iterable<Summed>;
  costs: Iterable<Summed>;
}): Array<Omit<DataQuality['conservation'][number], 'billingMonth'>> {
  const bills = byCurrency(options.lines);
  const parts = byCurrency(options.costs);
  return [...new Set([...bills.keys(), ...parts.keys()])]
    .sort()
    .flatMap(currency =>
      COST_METRICS.map(metric => {
        const bill = (bills.get(currency) ?? NO_COST)[metric];
        const given = (parts.get(currency) ?? NO_COST)[metric];
        return {
          currency,
          metric,
          bill: formatAmount(bill),
          allocated: formatAmount(given),
          residue: formatAmount(0n),
          difference: formatAmount(bill - given),
        };
      }),
    );
}

function byCurrency(all: Iterable<Summed>): Map<string, CostAmounts> {
  const sums = new Map<string, CostAmounts>();
  for (const { currency, amounts } of all) {
    sums.set(currency, addAmounts(sums.get(currency) ?? NO_COST, amounts));
  }
  return sums;
}
