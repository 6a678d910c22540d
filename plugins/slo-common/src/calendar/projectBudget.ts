import { errorBudget } from '../budget/errorBudget';
import type { LedgerSum } from '../ledger/Bucket';
import type { ProjectedBudget } from '../status/ObjectiveStatus';
import type { ExpectedVolume } from './expectedVolume';

/**
 * A calendar window's budget against its expected volume: what happened so far
 * plus what the rest is expected to bring. Only bad units lower it while the
 * expectation stands, so that its line never rises. It is an estimate until the
 * window ends; `basis` says what it rests on.
 *
 * @param options.soFar - sum of the window up to now
 * @public
 */
export function projectBudget(options: {
  target: number;
  soFar: Pick<LedgerSum, 'bad' | 'total'>;
  rest: ExpectedVolume;
}): ProjectedBudget {
  const { target, soFar, rest } = options;
  const expectedTotal = soFar.total + rest.total;
  return {
    ...errorBudget({ target, bad: soFar.bad, total: expectedTotal }),
    expectedTotal,
    basis: rest.basis,
  };
}
