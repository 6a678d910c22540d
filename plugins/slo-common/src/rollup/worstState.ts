import { SLO_STATES, type SloState } from '../status/SloState';

/**
 * The worst state that at least one objective is in; undefined where there is
 * no objective.
 *
 * @param counts - objectives by state
 * @public
 */
export function worstState(
  counts: Partial<Record<SloState, number>>,
): SloState | undefined {
  return SLO_STATES.find(state => (counts[state] ?? 0) > 0);
}
