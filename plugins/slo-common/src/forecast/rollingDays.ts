import type { LedgerRange } from '../ledger/LedgerRange';

const DAY_SECONDS = 86_400;
/** More would say little more about when old failures leave. */
const MAX_STRETCHES = 31;

/**
 * The whole days (UTC) before today that a rolling window reaches into, oldest
 * first; a window of more than a month in stretches of several days. They stay
 * the same until the next midnight, so their sums may be kept that long.
 *
 * @param options.at - Unix seconds
 * @public
 */
export function rollingDays(options: {
  at: number;
  windowSeconds: number;
}): LedgerRange[] {
  const { at, windowSeconds } = options;
  const today = Math.floor(at / DAY_SECONDS) * DAY_SECONDS;
  const days = Math.ceil(windowSeconds / DAY_SECONDS);
  const step = Math.ceil(days / MAX_STRETCHES) * DAY_SECONDS;
  const stretches = Math.ceil((days * DAY_SECONDS) / step);
  return Array.from({ length: stretches }, (_, index) => {
    const from = today - (stretches - index) * step;
    return { from, to: from + step };
  });
}
