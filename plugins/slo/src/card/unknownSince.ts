import type { ObjectiveStatus, SloState } from '@plimsoll/plugin-slo-common';

/** States that say how an objective does now. */
const KNOWN: readonly SloState[] = ['ok', 'burning', 'exhausted', 'no-traffic'];

/**
 * The objective that stands for a whole card of which nothing is known any
 * more: the one that has been unknown longest. `undefined` where something is
 * known.
 */
export function unknownSince(
  objectives: readonly ObjectiveStatus[],
): ObjectiveStatus | undefined {
  if (objectives.some(({ state }) => KNOWN.includes(state))) {
    return undefined;
  }
  const since = ({ reason }: ObjectiveStatus) =>
    String(reason.params?.since ?? '~');
  return objectives
    .filter(({ state }) => state === 'unknown')
    .reduce<ObjectiveStatus | undefined>(
      (first, one) => (first && since(first) <= since(one) ? first : one),
      undefined,
    );
}
