import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

import { shownRemaining } from '../figures';

/**
 * The objective that the address names, by its whole key or by its name alone
 * where that is enough; the worst one with a budget where it names none.
 */
export function findSelected(
  objectives: readonly ObjectiveStatus[],
  wanted: string | undefined,
): ObjectiveStatus | undefined {
  if (wanted === undefined) {
    return (
      objectives.find(one => shownRemaining(one) !== undefined) ?? objectives[0]
    );
  }
  return (
    objectives.find(key => stringifyObjectiveKey(key) === wanted) ??
    objectives.find(({ objective }) => objective === wanted)
  );
}
