import {
  type AllocatedCharge,
  type AllocatedCost,
  COST_METRICS,
} from '@plimsoll/plugin-cost-common';

/** The same for parts that are one where charges are not kept apart. */
function partKey(cost: AllocatedCost): string {
  const { entityRef, pool, basis } = cost;
  return JSON.stringify([slotKey(cost), entityRef, pool, basis]);
}

function slotKey(cost: AllocatedCost): string {
  const { billingMonth, day, category, kind, currency } = cost;
  return [billingMonth, day, category, kind, currency].join('|');
}

const sizeOf = ({ amounts }: AllocatedCost) =>
  COST_METRICS.reduce(
    (size, metric) =>
      size + (amounts[metric] < 0n ? -amounts[metric] : amounts[metric]),
    0n,
  );

/**
 * Makes parts by charge add up to the parts that pages show. A sum and its
 * summands are rounded to nano-units each for itself: what they differ by is
 * put on the largest.
 *
 * @param options.whole - parts as they are shown
 * @param options.fine - the same by charge; their amounts are changed
 */
export function matchParts(options: {
  whole: readonly AllocatedCost[];
  fine: readonly AllocatedCost[];
}): AllocatedCost[] {
  const { whole, fine } = options;
  const parts = new Map<string, AllocatedCost[]>();
  const charges = new Map<string, AllocatedCharge | undefined>();
  for (const cost of fine) {
    const key = partKey(cost);
    const known = parts.get(key);
    if (known) {
      known.push(cost);
    } else {
      parts.set(key, [cost]);
    }
    charges.set(slotKey(cost), cost.charge);
  }
  const matched: AllocatedCost[] = [];
  for (const cost of whole) {
    const own = parts.get(partKey(cost)) ?? [
      // less than a nano-unit of each charge
      {
        ...cost,
        charge: charges.get(slotKey(cost)),
        amounts: { billed: 0n, effective: 0n, contracted: 0n, list: 0n },
      },
    ];
    parts.delete(partKey(cost));
    settle(own, cost);
    matched.push(...own);
  }
  // parts that add up to nothing
  for (const own of parts.values()) {
    settle(own);
    matched.push(...own);
  }
  return matched;
}

/** @param whole - nothing where it is left out */
function settle(own: readonly AllocatedCost[], whole?: AllocatedCost): void {
  const largest = own.reduce((one, other) =>
    sizeOf(other) > sizeOf(one) ? other : one,
  );
  for (const metric of COST_METRICS) {
    const sum = own.reduce((all, { amounts }) => all + amounts[metric], 0n);
    largest.amounts[metric] += (whole?.amounts[metric] ?? 0n) - sum;
  }
}
