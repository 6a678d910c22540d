import {
  type ObjectiveRollup,
  SLO_STATES,
  worstState,
} from '@plimsoll/plugin-slo-common';
import { JUDGED, objectiveWithoutNews } from './withoutNews';

/**
 * A roll-up that could not be read again: what was known of its objectives is
 * known no longer. Their last numbers stay.
 *
 * @param readAt - when it was read
 */
export function rollupWithoutNews<T extends ObjectiveRollup>(
  rollup: T,
  readAt: Date,
): T {
  const stateCounts = { ...rollup.stateCounts };
  for (const state of SLO_STATES.filter(one => JUDGED.includes(one))) {
    stateCounts.unknown += stateCounts[state];
    stateCounts[state] = 0;
  }
  return {
    ...rollup,
    stateCounts,
    worstState: worstState(stateCounts),
    worst: rollup.worst.map(one => objectiveWithoutNews(one, readAt)),
  };
}
