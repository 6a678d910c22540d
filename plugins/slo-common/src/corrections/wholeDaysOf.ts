import { zonedDays } from '../calendar/zonedDays';
import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * Excluded stretches as far as the ledger can still tell them apart. What lies
 * so far back that it holds whole days only shrinks to the days of the zone
 * that lie within it.
 *
 * @param options.excluded - in order, without overlap, see `unionRanges`
 * @param options.daysBefore - Unix seconds before which the ledger holds days
 * @param options.timeZone - that its days are cut in
 * @public
 */
export function wholeDaysOf(options: {
  excluded: readonly LedgerRange[];
  daysBefore: number;
  timeZone: string;
}): LedgerRange[] {
  const { excluded, daysBefore, timeZone } = options;
  return excluded.flatMap(({ from, to }) => {
    if (from >= daysBefore) {
      return [{ from, to }];
    }
    const days = zonedDays({
      from,
      to: Math.min(to, daysBefore),
      timeZone,
    }).filter(day => day.from >= from && day.to <= to);
    const fine = Math.max(from, daysBefore);
    const first = days[0]?.from ?? fine;
    const last = days[days.length - 1]?.to ?? fine;
    const end = to > daysBefore ? to : last;
    return end > first ? [{ from: first, to: end }] : [];
  });
}
