import { quantileSorted } from 'simple-statistics';
import type { DaySums } from '../calendar/DaySums';
import { FEWEST_TO_FORECAST, HISTORY_DAYS, WeekdayModel } from './WeekdayModel';

/** How far back forecasts are tried out. */
const TRIED_DAYS = 365;

/**
 * Forecasts of neighbouring days share most of their misses: of so many days
 * that are forecast at once, every eighth is tried.
 */
const TRIES_PER_HORIZON = 8;

/** Fewer tries than this say nothing about rare misses. */
const ENOUGH_TRIES = 12;

/** Without tries: how much a sum may be off, in units of its expected value. */
const UNTRIED = 0.25;

/**
 * How far sums of so many days came out from what was expected of them: the
 * same forecast is made for every past day that has enough days after it, and
 * the misses' quantiles are read off. Ratios of the size of the
 * expected sum, which is below zero for what is only credited.
 */
export function residualRange(options: {
  sums: DaySums;
  /** Days that are forecast. */
  horizon: number;
  /** Share of sums that should lie within, 0 to 1. */
  confidence: number;
}): { low: number; high: number } {
  const { sums, horizon, confidence } = options;
  const misses: number[] = [];
  const lastOrigin = sums.last - horizon;
  const firstOrigin = Math.max(
    sums.first + HISTORY_DAYS - 1,
    lastOrigin - TRIED_DAYS,
  );
  const step = Math.ceil(horizon / TRIES_PER_HORIZON);
  for (let origin = lastOrigin; origin >= firstOrigin; origin -= step) {
    const model = new WeekdayModel({
      sums,
      last: origin,
      fewestValues: FEWEST_TO_FORECAST,
    });
    let expected = 0;
    let actual = 0;
    for (let number = origin + 1; number <= origin + horizon; number++) {
      expected += model.at(number);
      actual += sums.at(number) ?? 0;
    }
    if (expected !== 0) {
      misses.push((actual - expected) / Math.abs(expected));
    }
  }
  if (misses.length < ENOUGH_TRIES) {
    return { low: -UNTRIED, high: UNTRIED };
  }
  misses.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  // Misses that share days are worth fewer: a quantile of n independent ones
  // is widened by its own uncertainty, 1 / sqrt(n).
  const widening = 1 + Math.sqrt(TRIES_PER_HORIZON / misses.length);
  return {
    low: Math.min(0, quantileSorted(misses, tail)) * widening,
    high: Math.max(0, quantileSorted(misses, 1 - tail)) * widening,
  };
}
