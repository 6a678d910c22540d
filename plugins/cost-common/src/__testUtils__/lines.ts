import type { BillLine } from '../bill/BillLine';
import type { ChargeKey } from '../bill/ChargeKey';
import type { CostAmounts } from '../bill/CostAmounts';
import { parseAmount } from '../money/parseAmount';

/** The same sum by all metrics. */
export function money(text: string): CostAmounts {
  const amount = parseAmount(text);
  return {
    billed: amount,
    effective: amount,
    contracted: amount,
    list: amount,
  };
}

/** A charge of a day in November 2026, 10 USD for a virtual machine. */
export function lineOf(
  options: Partial<Omit<BillLine, 'key' | 'amounts'>> & {
    key?: Partial<ChargeKey>;
    cost?: string;
  } = {},
): BillLine {
  const { key, cost = '10', ...rest } = options;
  return {
    key: {
      billingAccount: '1234',
      product: 'Amazon EC2',
      category: 'compute',
      tags: {},
      ...key,
    },
    day: '2026-11-02',
    billingMonth: '2026-11-01',
    kind: 'usage',
    currency: 'USD',
    amounts: money(cost),
    ...rest,
  };
}
