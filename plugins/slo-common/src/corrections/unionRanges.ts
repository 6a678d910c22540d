import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * Stretches as the fewest that cover the same time, in order. Those that
 * overlap or touch become one; empty ones are left out.
 *
 * @public
 */
export function unionRanges(ranges: readonly LedgerRange[]): LedgerRange[] {
  const union: LedgerRange[] = [];
  const ordered = ranges
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of ordered) {
    const last = union[union.length - 1];
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else {
      union.push({ from, to });
    }
  }
  return union;
}
