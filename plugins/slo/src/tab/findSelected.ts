import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/**
 * The objective that the address names, by its whole key or by its name alone
 * where that is enough; the worst one where the address names none.
 */
export function findSelected(
  objectives: readonly ObjectiveStatus[],
  wanted: string | undefined,
): ObjectiveStatus | undefined {
  if (wanted === undefined) {
    return objectives[0];
  }
  return (
    objectives.find(key => stringifyObjectiveKey(key) === wanted) ??
    objectives.find(({ objective }) => objective === wanted)
  );
}
