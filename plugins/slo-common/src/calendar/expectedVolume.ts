import type { LedgerSum } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ProjectionBasis } from '../status/ObjectiveStatus';
import { zonedDays, type ZonedDay } from './zonedDays';

/** What the rest of a calendar window will bring. @public */
export interface ExpectedVolume {
  /** Units expected from now to the window's end. */
  total: number;
  /** The same cut at midnights, in order, for interpolation. */
  stretches: Array<LedgerRange & { total: number }>;
  basis: ProjectionBasis;
}

const WEEKS = 4;
/** A day that was measured for less than this says little about its volume. */
const MIN_DAY_COVERAGE = 0.5;

/**
 * The whole days whose volumes foretell the rest of a calendar window: the last
 * four weeks before today, in the zone, oldest first. They stay the same until
 * the next midnight there, so their sums may be kept that long.
 *
 * @param options.at - Unix seconds
 * @public
 */
export function referenceDays(options: {
  at: number;
  timeZone: string;
}): readonly ZonedDay[] {
  const { at, timeZone } = options;
  const margin = (WEEKS * 7 + 2) * 86_400;
  const days = zonedDays({ from: at - margin, to: at + 1, timeZone });
  return days.slice(-WEEKS * 7 - 1, -1);
}

function mean(values: number[]): number | undefined {
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : undefined;
}

/**
 * Expects the rest of a window from the volumes of the last four weeks: each
 * day at the mean of the same weekdays; where none of them was measured, at the
 * mean of all measured days; where no day was measured, at the rate of the
 * window so far. A reference day measured in part is scaled up to a whole day,
 * and left out when less than half of it was measured.
 *
 * @param options.at - Unix seconds
 * @param options.to - end of the window
 * @param options.days - sums over {@link referenceDays}, in their order
 * @param options.soFar - sum of the window up to `at`
 * @returns undefined when nothing at all was measured
 * @public
 */
export function expectedVolume(options: {
  at: number;
  to: number;
  timeZone: string;
  days: readonly LedgerSum[];
  soFar: Pick<LedgerSum, 'total' | 'coveredSeconds'>;
}): ExpectedVolume | undefined {
  const { at, to, timeZone, days, soFar } = options;
  const rest = zonedDays({ from: at, to, timeZone });
  const measured = referenceDays({ at, timeZone }).flatMap((day, index) => {
    const sum = days[index];
    const share = sum ? sum.coveredSeconds / (day.to - day.from) : 0;
    return share >= MIN_DAY_COVERAGE
      ? [{ weekday: day.weekday, total: sum.total / Math.min(1, share) }]
      : [];
  });
  const overall = mean(measured.map(day => day.total));
  let basis: ProjectionBasis = 'same-weekday';
  const stretches: ExpectedVolume['stretches'] = [];
  for (const day of rest) {
    const from = Math.max(day.from, at);
    const until = Math.min(day.to, to);
    const sameWeekday = mean(
      measured
        .filter(({ weekday }) => weekday === day.weekday)
        .map(({ total }) => total),
    );
    const wholeDay = sameWeekday ?? overall;
    if (sameWeekday === undefined) {
      basis = overall === undefined ? 'so-far' : 'all-days';
    }
    if (wholeDay === undefined && !(soFar.coveredSeconds > 0)) {
      return undefined;
    }
    const perSecond =
      wholeDay === undefined
        ? soFar.total / soFar.coveredSeconds
        : wholeDay / (day.to - day.from);
    stretches.push({ from, to: until, total: perSecond * (until - from) });
  }
  return {
    total: stretches.reduce((sum, stretch) => sum + stretch.total, 0),
    stretches,
    basis,
  };
}
