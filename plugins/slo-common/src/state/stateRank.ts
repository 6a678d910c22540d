import { SLO_STATES, type SloState } from '../status/SloState';

/**
 * Place of a state in lists: 0 is worst.
 *
 * @public
 */
export function stateRank(state: SloState): number {
  return SLO_STATES.indexOf(state);
}
