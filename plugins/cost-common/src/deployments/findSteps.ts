import { measureStep } from './measureStep';
import { placeStep } from './placeStep';
import type { CostStep, UnitCostSeries } from './UnitCostSeries';

/** How often what was found is measured again beside the rest. */
const REFINEMENTS = 2;

/** Days at which another deployment is near enough to be mistaken for it. */
const NEAR_DAYS = 7;

/** A change that one of the deployments made. */
export interface FoundStep extends CostStep {
  /** Other days that explain it as well. */
  alternatives: readonly number[];
}

/**
 * Finds which deployments changed the unit cost, the clearest first: each is
 * then taken out of the days before the next is looked for, so that one change
 * is blamed on one deployment, however many went live around it.
 */
export function findSteps(options: {
  series: UnitCostSeries;
  /** When something went live, in days since 1970; once a day. */
  instants: readonly number[];
}): FoundStep[] {
  const { series } = options;
  let found: FoundStep[] = [];
  for (;;) {
    const step = clearest({ ...options, found });
    if (!step) {
      break;
    }
    found.push(step);
  }
  for (let round = 0; round < REFINEMENTS; round++) {
    found = refined(series, found);
  }
  return found;
}

/** Each measured again beside the others; what does not stand goes. */
function refined(
  series: UnitCostSeries,
  found: readonly FoundStep[],
): FoundStep[] {
  return found.flatMap((step, index) => {
    const others = found.filter((_, other) => other !== index);
    const { weighed } = measureStep({ series, deployed: step.day, others });
    return weighed && weighed.strength > weighed.needed
      ? [{ ...step, change: weighed.mean }]
      : [];
  });
}

function clearest(options: {
  series: UnitCostSeries;
  instants: readonly number[];
  found: readonly FoundStep[];
}): FoundStep | undefined {
  const { series, instants, found } = options;
  const candidates = instants
    .map(at => ({ at, day: Math.floor(at) }))
    .filter(({ day }) => found.every(step => step.day !== day))
    .flatMap(({ at, day }) => {
      const { weighed } = measureStep({ series, deployed: day, others: found });
      return weighed ? [{ at, day, ...weighed }] : [];
    })
    .sort((a, b) => b.strength - a.strength || a.day - b.day);
  const [best] = candidates;
  if (!best || best.strength <= best.needed) {
    return undefined;
  }
  // Which is clearest depends on what else is in its days; which it was does
  // not, so all that may have been it are asked of the same days.
  const { at, alternatives } = placeStep({
    series,
    others: found,
    candidates: candidates
      .filter(
        one =>
          Math.abs(one.day - best.day) <= NEAR_DAYS &&
          one.mean * best.mean > 0 &&
          one.strength > one.needed,
      )
      .map(one => one.at),
  });
  const { day, mean } = candidates.find(one => one.at === at) ?? best;
  return { day, change: mean, alternatives: alternatives.map(Math.floor) };
}
