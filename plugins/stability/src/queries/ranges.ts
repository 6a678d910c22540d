/** What the range picker offers: the windows that the backend keeps ready. */
export const RANGES = ['30d', '90d', '180d'] as const;

export type Range = (typeof RANGES)[number];

/** Shown unless the address of the page says otherwise. */
export const DEFAULT_RANGE: Range = '90d';

export const RANGE_DAYS = { '30d': 30, '90d': 90, '180d': 180 } as const;

const DAY = 86_400_000;

/** The start of a range that ends now, ISO instant. */
export function rangeStart(range: Range, now: Date): string {
  return new Date(now.getTime() - RANGE_DAYS[range] * DAY).toISOString();
}
