import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import type { SloObjective } from '../SloDocument';

/** Digits that a double holds for certain. */
const SAFE_DIGITS = 15;

/**
 * The target as a ratio and as the document writes it, in percent. Moving the
 * decimal point leaves no dust behind: 99.9 % is 0.999 and not
 * 0.9990000000000001.
 */
export function objectiveTarget(
  objective: SloObjective,
): Pick<ObjectiveDefinition, 'target' | 'targetText'> {
  if (objective.targetPercent !== undefined) {
    return {
      target: clean(objective.targetPercent / 100),
      targetText: String(objective.targetPercent),
    };
  }
  const target = objective.target ?? 0;
  return { target, targetText: String(clean(target * 100)) };
}

function clean(value: number): number {
  return Number(value.toPrecision(SAFE_DIGITS));
}
