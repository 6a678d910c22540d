import { median } from 'simple-statistics';
import type { CostStep } from './CostStep';
import type { UnitCostSeries } from './UnitCostSeries';

/** Days on each side that are looked at. */
const DAYS_BESIDE = 4;
/** Days that are known on each side, at least. */
const FEWEST_DAYS = 2;
/** Of the change that is claimed. */
const LEAST_SHARE = 0.5;

/**
 * Whether the days beside a deployment moved as two weeks on both sides claim:
 * the median of the four days after against that of the four before, weekdays
 * taken out, by half of it. Days across another change are no neighbours.
 */
export function liesBeside(options: {
  series: UnitCostSeries;
  claimed: CostStep;
  others: readonly CostStep[];
}): boolean {
  const { series, claimed, others } = options;
  const { day, change } = claimed;
  const last = Math.max(
    ...others.map(step => step.day).filter(of => of < day),
    -Infinity,
  );
  const next = Math.min(
    ...others.map(step => step.day).filter(of => of > day),
    Infinity,
  );
  const side = (towards: 1 | -1) =>
    Array.from({ length: DAYS_BESIDE }, (_, n) =>
      towards > 0 ? Math.floor(day) + 1 + n : Math.ceil(day) - 1 - n,
    )
      .filter(one => one > last && one < next && series.has(one, others))
      .map(one => series.ordinaryAt(one, others));
  const before = side(-1);
  const after = side(1);
  if (Math.min(before.length, after.length) < FEWEST_DAYS) {
    return false;
  }
  return (median(after) - median(before)) / change >= LEAST_SHARE;
}
