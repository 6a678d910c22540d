import { finishTurns } from '../turns/finishTurns';
import {
  type FreedNodes,
  NodePacking,
  type NodePackingOptions,
  type PodRequest,
} from './NodePacking';

/**
 * Machines that go when pods ask for less, and what they cost a month: the
 * part of right-sizing that can be cashed. Only what the smaller requests free
 * beyond the present waste counts.
 *
 * @public
 */
export function freedNodes(
  options: NodePackingOptions & { podsAfter: readonly PodRequest[] },
): FreedNodes {
  return finishTurns(NodePacking.create(options).freedBy(options.podsAfter));
}
