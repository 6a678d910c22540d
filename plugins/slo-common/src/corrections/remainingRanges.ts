import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * What is left of `[from, to)` without the excluded stretches, in order.
 *
 * @param options.excluded - in order, without overlap, see `unionRanges`
 * @public
 */
export function remainingRanges(
  options: { excluded: readonly LedgerRange[] } & LedgerRange,
): LedgerRange[] {
  const { excluded, from, to } = options;
  const remaining: LedgerRange[] = [];
  let start = from;
  for (const gap of excluded) {
    if (gap.to <= start) {
      continue;
    }
    if (gap.from >= to) {
      break;
    }
    if (gap.from > start) {
      remaining.push({ from: start, to: gap.from });
    }
    start = gap.to;
  }
  if (start < to) {
    remaining.push({ from: start, to });
  }
  return remaining;
}

/**
 * Seconds of `[from, to)` that the excluded stretches take out.
 *
 * @param options.excluded - in order, without overlap, see `unionRanges`
 * @public
 */
export function excludedSeconds(
  options: { excluded: readonly LedgerRange[] } & LedgerRange,
): number {
  const { excluded, from, to } = options;
  return excluded.reduce(
    (sum, gap) =>
      sum + Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from)),
    0,
  );
}
