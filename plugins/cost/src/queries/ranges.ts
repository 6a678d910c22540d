import { addDays } from '@plimsoll/plugin-cost-common';
import { dayOf } from '../words';

/** What the chart's range picker offers. */
export const RANGES = ['30d', '90d', '13m'] as const;

export type Range = (typeof RANGES)[number];

/** Shown unless the address of the page says otherwise. */
export const DEFAULT_RANGE: Range = '30d';

const DAYS_BACK = { '30d': 30, '90d': 90 } as const;

/**
 * UTC days of a range that ends today, `to` exclusive; also today's bill, which
 * is not complete. `undefined` where months are shown.
 */
export function rangeDays(
  range: Range,
  now: Date,
): { from: string; to: string } | undefined {
  if (range === '13m') {
    return undefined;
  }
  const today = dayOf(now);
  return {
    from: addDays(today, -DAYS_BACK[range]),
    to: addDays(today, 1),
  };
}
