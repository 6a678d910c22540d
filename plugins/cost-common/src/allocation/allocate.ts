import { finishTurns } from '../turns/finishTurns';
import type { AllocatedCost } from './AllocatedCost';
import type { AllocateOptions } from './AllocateOptions';
import { Allocation } from './Allocation';

/**
 * Gives every charge of a bill to the services that cause it. The sum over
 * the result is the sum over the lines, exactly, for each metric, currency,
 * charge kind, category and day; what nobody can be found for is a line of
 * its own. The result does not depend on the order of anything it is given.
 *
 * A charge belongs to what the first of these names: a configured rule, its
 * tags, its resource, the pods on its machine, its product, its account. A resource that
 * services depend on is shared by them, a pool by its key; pools come last,
 * since they may be shared by what services cost without them.
 *
 * All at once: whoever shares a thread uses {@link Allocation}.
 *
 * @throws InputError when a rule leads nowhere or a price is no number
 * @public
 */
export function allocate(options: AllocateOptions): AllocatedCost[] {
  const { lines, ...facts } = options;
  const allocation = finishTurns(Allocation.create(facts));
  allocation.add(lines);
  return [...allocation.costs()].flat();
}
