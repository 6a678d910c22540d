import type { BillLine } from '../bill/BillLine';
import type { AllocatedCharge, AllocatedCost } from './AllocatedCost';

/** What parts of a charge keep, whoever is given them. */
export interface CostSlot {
  readonly key: string;
  readonly head: Pick<
    AllocatedCost,
    'day' | 'billingMonth' | 'category' | 'kind' | 'currency' | 'charge'
  >;
}

/**
 * The slot of a bill's line.
 *
 * @param options.keepCharge - one slot for each account and product
 */
export function slotOf(
  line: BillLine,
  options: { keepCharge: boolean },
): CostSlot {
  const { day, billingMonth, kind, currency, key } = line;
  const { category } = key;
  const charge = options.keepCharge ? chargeOf(line) : undefined;
  return {
    key: [
      billingMonth,
      day,
      currency,
      category,
      kind,
      ...(charge ? [JSON.stringify(Object.values(charge))] : []),
    ].join('|'),
    head: {
      day,
      billingMonth,
      category,
      kind,
      currency,
      ...(charge && { charge }),
    },
  };
}

function chargeOf({ key, correction }: BillLine): AllocatedCharge {
  const { billingAccount, provider, product, serviceCategory } = key;
  return { billingAccount, provider, product, serviceCategory, correction };
}
