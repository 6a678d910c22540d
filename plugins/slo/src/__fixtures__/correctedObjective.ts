import type {
  ObjectiveStatus,
  StatusCorrections,
} from '@plimsoll/plugin-slo-common';
import { objectiveStatus } from './objectiveStatus';

/** Half of the budget is left, and all of it was spent as measured. */
export function correctedObjective(
  corrections: Partial<StatusCorrections> = {},
): ObjectiveStatus {
  return objectiveStatus({
    corrections: {
      count: 1,
      excludedSeconds: 7_200,
      rawSli: 0.9981,
      rawBudget: { remaining: -0.12 },
      ...corrections,
    },
  });
}
