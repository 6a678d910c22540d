import { finishSteps } from '../steps/finishSteps';
import { type FactsOptions, factSteps } from './factSteps';
import type { ServiceFacts } from './ServiceFacts';

/**
 * Everything that follows from what is known about one service: a pure
 * function of the set of observations, answers and corrections. Their order
 * and number of copies do not matter. `now` decides only what is still pending.
 *
 * @public
 */
export function factsOf(options: FactsOptions): ServiceFacts {
  return finishSteps(factSteps(options));
}
