import { matchWeekdays, type WeekdayPair } from './matchWeekdays';
import type { OrdinaryChange } from './ordinaryChange';
import type { CostStep } from './CostStep';
import type { UnitCostSeries } from './UnitCostSeries';
import { weighChange, type WeighedChange } from './weighChange';
import { FEWEST_PAIRS } from './whyUnknown';

/** Days after a deployment that are looked at. */
const DAYS_AFTER = 14;

/** What a deployment changed, as far as it can be told. */
export interface StepMeasure {
  /** Days after it that are known. */
  after: readonly number[];
  pairs: readonly WeekdayPair[];
  /** Nothing with fewer than three pairs. */
  weighed?: WeighedChange;
}

/** @see measureStep */
export interface MeasureOptions {
  series: UnitCostSeries;
  /** What others are known to have changed. */
  others: readonly CostStep[];
  ordinary: OrdinaryChange;
  /** How many deployments are tried. */
  tried: number;
}

/** Compares the days after a deployment with the same weekdays before it. */
export function measureStep(
  options: MeasureOptions & {
    /** As of {@link CostStep}. */
    day: number;
  },
): StepMeasure {
  const { series, day: deployed, others } = options;
  const isKnown = (day: number) => series.has(day, others);
  const after = Array.from(
    { length: DAYS_AFTER },
    (_, n) => Math.floor(deployed) + 1 + n,
  ).filter(isKnown);
  const pairs = matchWeekdays({ after, deployed, isKnown });
  return pairs.length < FEWEST_PAIRS
    ? { after, pairs }
    : {
        after,
        pairs,
        weighed: weighChange({
          ...options,
          weeks:
            pairs.reduce((sum, pair) => sum + pair.after - pair.before, 0) /
            (7 * pairs.length),
          changes: pairs.map(
            pair =>
              series.at(pair.after, others) - series.at(pair.before, others),
          ),
        }),
      };
}
