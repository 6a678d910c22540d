import type { LedgerRange, LedgerSum } from '@plimsoll/plugin-slo-common';
import type { DailyFigures, EvaluationDay } from './DailyFigures';
import { isSumOf, joinSums, type WindowParts } from './windowParts';

const DAY_SECONDS = 86_400;
/** So long after midnight the last figures are read anew, in turns. */
const TURNS_SECONDS = 3_600;

/**
 * The figures of a new day made of those of the day before, so that not all
 * ledgers of a fleet are read in the minute after midnight. They hold until the
 * objective's turn: all but the newest point of the line is exact, and that one
 * is what was shown at the end of the day.
 *
 * @param options.ranges - the reference days of the new day; the newest is
 * still to be summed
 * @param options.lastPoint - of the line before midnight
 * @returns nothing where the figures are not those of the day before
 */
export function carryFigures(options: {
  daily: DailyFigures;
  day: EvaluationDay;
  ranges: readonly LedgerRange[];
  parts: WindowParts | undefined;
  lastPoint: number | null | undefined;
}): DailyFigures | undefined {
  const { daily, day, ranges, parts, lastPoint } = options;
  if (daily.basis !== day.basis || !daily.starts || lastPoint === undefined) {
    return undefined;
  }
  const turned = day.starts[0] - daily.starts[0];
  const days = daysOf(daily.days, ranges);
  if (!days || (turned !== 0 && turned !== DAY_SECONDS)) {
    return undefined;
  }
  return {
    key: day.key,
    basis: day.basis,
    starts: day.starts,
    days,
    trend: turned === 0 ? daily.trend : [...daily.trend.slice(1), lastPoint],
    middle: middleOf(daily, days, parts),
    isCarried: true,
  };
}

/**
 * Whether an objective's turn to read its figures of the day anew is still to
 * come.
 *
 * @param options.at - Unix seconds
 */
export function mayCarry(options: {
  objectiveId: number;
  day: EvaluationDay;
  at: number;
}): boolean {
  const { objectiveId, day, at } = options;
  const minute = objectiveId % (TURNS_SECONDS / 60);
  return !day.settled || at < day.settledAt + minute * 60;
}

/** The days that are known, those of a new midnight one further. */
function daysOf(
  known: LedgerSum[],
  ranges: readonly LedgerRange[],
): LedgerSum[] | undefined {
  const newest = ranges.at(-1);
  if (!newest || known.length !== ranges.length) {
    return undefined;
  }
  for (const days of [known, known.slice(1)]) {
    if (days.every((sum, index) => isSumOf(sum, ranges[index]))) {
      const unknown = { ...newest, bad: 0, total: 0, coveredSeconds: 0 };
      return days.length === ranges.length ? days : [...days, unknown];
    }
  }
  return undefined;
}

/**
 * Of the days, where those are the window's; else, in a month that has begun
 * before, the one that was kept.
 */
function middleOf(
  { middle }: DailyFigures,
  days: LedgerSum[],
  parts: WindowParts | undefined,
): DailyFigures['middle'] {
  if (!parts || !middle) {
    return undefined;
  }
  const { before, after } = parts;
  const within = days
    .filter(({ from, to }) => from >= before.to && to <= after.from)
    .map(day => ({ ...day, inconsistent: middle.inconsistent }));
  const isWhole =
    within.at(0)?.from === before.to && within.at(-1)?.to === after.from;
  if (isWhole) {
    return joinSums(within);
  }
  const isPart = middle.from === before.to && middle.to <= after.from;
  return isPart ? middle : undefined;
}
