import type { DailyAmount } from '../calendar/DailySeries';
import { addDays, countDays } from '../calendar/utcDays';
import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf, unitsOf } from '../money/unitsOf';
import { studentQuantile } from '../statistics/studentQuantile';

/** Most weeks before and after that are compared. */
const WEEKS = 4;

/** Days of a mean month. */
const MONTH_DAYS = 365 / 12;

/** What a saving brought a month, as the bill shows it. @public */
export interface SavingGot {
  /** Of the interval, what is nearest to nothing: no more is claimed. */
  got: NanoUnits;
  low: NanoUnits;
  high: NanoUnits;
  /** Last day that was compared. */
  until: string;
  /** Whole weeks before, and as many after. */
  weeks: number;
}

/**
 * What a saving brought, as the bill shows it: daily cost in whole weeks
 * before the change less that in as many after, for a month. The day of the
 * change itself is in neither.
 *
 * A service that grew costs more whatever was saved, and one that shrank costs
 * less though nothing was. So with its volume the weeks before are counted
 * twice, as they were and as they would have been at the volume afterwards:
 * what was saved lies between the two, wider by how much days differ. Where
 * that includes nothing, nothing is claimed.
 *
 * @returns nothing before a whole week is billed
 * @public
 */
export function savingGot(options: {
  /** Of what the saving was to lower. */
  days: readonly DailyAmount[];
  /** When the change was made, ISO. */
  appliedAt: string;
  /** Last day of which the bill is complete. */
  completeTo: string;
  /**
   * What the service did each day, where the cost is not of one resource that
   * does nothing else. Days without a figure are left out of the growth.
   */
  volumes?: ReadonlyMap<string, number>;
  /** The resources themselves are compared: their difference is exact. */
  isExact?: boolean;
}): SavingGot | undefined {
  const { days, completeTo, volumes, isExact } = options;
  const applied = options.appliedAt.slice(0, 10);
  const weeks = comparableWeeks({ days, applied, completeTo });
  if (weeks < 1) {
    return undefined;
  }
  const length = 7 * weeks;
  const before = spanOf(days, addDays(applied, -length), length);
  const after = spanOf(days, addDays(applied, 1), length);
  const change = meanOf(before) - meanOf(after);
  const grown = volumes ? growth({ volumes, applied, length }) : undefined;
  const atVolume =
    grown === undefined ? change : meanOf(before) * grown - meanOf(after);
  const margin = isExact ? 0 : marginOf(before, after);
  const low = Math.min(change, atVolume) - margin;
  const high = Math.max(change, atVolume) + margin;
  return {
    got: monthOf(nearestToNothing(low, high)),
    low: monthOf(low),
    high: monthOf(high),
    until: addDays(applied, length),
    weeks,
  };
}

function comparableWeeks(options: {
  days: readonly DailyAmount[];
  applied: string;
  completeTo: string;
}): number {
  const { days, applied, completeTo } = options;
  const first = days.reduce(
    (earliest, { day }) => (day < earliest ? day : earliest),
    applied,
  );
  return Math.floor(
    Math.min(
      WEEKS,
      countDays(applied, completeTo) / 7,
      countDays(first, applied) / 7,
    ),
  );
}

/** Amounts of so many days; a day without a charge cost nothing. */
function spanOf(
  days: readonly DailyAmount[],
  from: string,
  length: number,
): number[] {
  const span = Array.from({ length }, () => 0);
  for (const { day, amount } of days) {
    const index = countDays(from, day);
    if (index >= 0 && index < length) {
      span[index] += unitsOf(amount);
    }
  }
  return span;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Volume of the days after by that of the days before. */
function growth(options: {
  volumes: ReadonlyMap<string, number>;
  applied: string;
  length: number;
}): number | undefined {
  const { volumes, applied, length } = options;
  const known = (from: string) =>
    Array.from({ length }, (_, index) =>
      volumes.get(addDays(from, index)),
    ).filter((volume): volume is number => volume !== undefined);
  const before = known(addDays(applied, -length));
  const after = known(addDays(applied, 1));
  // Half of the days say nothing of all of them.
  return Math.min(before.length, after.length) < 0.8 * length ||
    !(meanOf(before) > 0)
    ? undefined
    : meanOf(after) / meanOf(before);
}

/** Half of the 95 % interval of the difference of two means. */
function marginOf(before: readonly number[], after: readonly number[]): number {
  const error = [before, after].reduce(
    (sum, span) => sum + varianceOf(span) / span.length,
    0,
  );
  return studentQuantile(before.length - 1) * Math.sqrt(error);
}

/** Of days against the mean of their weekday, as weekends are cheaper. */
function varianceOf(span: readonly number[]): number {
  if (span.length < 14) {
    const mean = meanOf(span);
    return squares(span.map(value => value - mean)) / (span.length - 1);
  }
  const weekdays = Array.from({ length: 7 }, (_, weekday) =>
    meanOf(span.filter((__, index) => index % 7 === weekday)),
  );
  return (
    squares(span.map((value, index) => value - weekdays[index % 7])) /
    (span.length - 7)
  );
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function nearestToNothing(low: number, high: number): number {
  if (low > 0) {
    return low;
  }
  return high < 0 ? high : 0;
}

function monthOf(daily: number): NanoUnits {
  return nanosOf(daily * MONTH_DAYS);
}
