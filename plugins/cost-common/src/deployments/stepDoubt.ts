import type { CostStep } from './CostStep';
import type { FoundStep, StepDoubt } from './FoundStep';
import { liesBeside } from './liesBeside';
import type { StepMeasure } from './measureStep';
import type { OrdinaryChange } from './ordinaryChange';
import { placeStep } from './placeStep';
import type { UnitCostSeries } from './UnitCostSeries';

/** Days at which another day is near enough to be mistaken for it. */
export const NEAR_DAYS = 7;

/** Pairs from which on a step is known well enough to be taken out. */
const SETTLED_PAIRS = 10;

/** Days before a deployment that are known, at least: each weekday. */
const FEWEST_BEFORE = 7;

/** Share of the change that half of the pairs must bear out. */
const LEAST_MIDDLE = 0.5;

/** Share of a change that a turn of the month beside it casts doubt on it with. */
const LEAST_TURN = 0.5;

/** @see stepDoubt */
export interface JudgedStep {
  series: UnitCostSeries;
  ordinary: OrdinaryChange;
  step: FoundStep;
  measure: Required<StepMeasure>;
  /** Other deployments and turns of months that changed something. */
  found: readonly FoundStep[];
  /** The same with all else that is known to have changed. */
  others: readonly CostStep[];
}

/** Why a change is not blamed on a deployment, though it is beyond chance. */
export function stepDoubt(judged: JudgedStep): StepDoubt | undefined {
  const { series, step, measure, found, others } = judged;
  const { day, change } = step;
  if (series.days.filter(one => one < day).length < FEWEST_BEFORE) {
    return 'little-before';
  }
  const first = Math.min(...measure.pairs.map(({ before }) => before));
  const isUnsettled = found.some(
    other =>
      other.day < day && other.day > first && other.pairs < SETTLED_PAIRS,
  );
  if (isUnsettled) {
    return 'earlier-change';
  }
  const isOfTurn = found.some(
    other =>
      other.isTurn &&
      Math.abs(other.at - step.at) <= NEAR_DAYS &&
      Math.abs(other.change) >= LEAST_TURN * Math.abs(change),
  );
  if (isOfTurn) {
    return 'turn-of-month';
  }
  return measure.weighed.middle / change >= LEAST_MIDDLE &&
    liesBeside({ series, claimed: step, others }) &&
    isBestDay(judged)
    ? undefined
    : 'not-beside';
}

/**
 * Whether no other day explains it clearly better, whoever changed what. Its own
 * day, on which two versions ran, counts for none of them.
 */
function isBestDay(judged: JudgedStep): boolean {
  const { at, day } = judged.step;
  const days = Array.from(
    { length: 2 * NEAR_DAYS + 1 },
    (_, n) => day - NEAR_DAYS + n,
  );
  const best = placeStep({
    ...judged,
    candidates: [at, ...days.filter(one => one !== at)],
    without: day,
  });
  return best.at === at || best.alternatives.includes(at);
}
