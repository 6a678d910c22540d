import { matchWeekdays, type WeekdayPair } from './matchWeekdays';
import type { CostStep, UnitCostSeries } from './UnitCostSeries';
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

/** Compares the days after a deployment with the same weekdays before it. */
export function measureStep(options: {
  series: UnitCostSeries;
  /** Number of the day on which it went live; it is on neither side. */
  deployed: number;
  /** What others are known to have changed. */
  others: readonly CostStep[];
}): StepMeasure {
  const { series, deployed, others } = options;
  const isKnown = (day: number) => series.has(day, others);
  const after = Array.from(
    { length: DAYS_AFTER },
    (_, n) => deployed + 1 + n,
  ).filter(isKnown);
  const pairs = matchWeekdays({ after, deployed, isKnown });
  return pairs.length < FEWEST_PAIRS
    ? { after, pairs }
    : {
        after,
        pairs,
        weighed: weighChange({
          changes: pairs.map(
            pair =>
              series.at(pair.after, others) - series.at(pair.before, others),
          ),
          ordinary: series.ordinaryChange(others),
        }),
      };
}
