import { InputError } from '@backstage/errors';

/** Steps that divide hours, days or weeks, in seconds. */
const STEPS = [
  300, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 604_800,
];

/** More points than a chart has pixels to tell apart. */
const MAX_POINTS = 500;

const FINE_SECONDS = 3 * 86_400;
const COARSE_SECONDS = 400 * 86_400;

/** Length of the ledger's cells at an age: 5 minutes, 15 minutes, a day. */
function cellSeconds(age: number): number {
  if (age <= FINE_SECONDS) {
    return 300;
  }
  return age <= COARSE_SECONDS ? 900 : 86_400;
}

/**
 * The step of a history: the one that was asked for, or the finest that gives
 * at most 500 points, and never finer than the ledger's cells at `from`.
 *
 * @param options.from - Unix seconds
 * @param options.to - Unix seconds
 * @param options.now - Unix seconds
 * @param options.step - seconds, as asked for
 * @throws InputError when the step asked for gives too many points, is finer
 * than the ledger there, or is no multiple of its cells
 * @public
 */
export function historyStep(options: {
  from: number;
  to: number;
  now: number;
  step?: number;
}): number {
  const { from, to, now, step } = options;
  const cell = cellSeconds(now - from);
  const finest = Math.max(cell, (to - from) / MAX_POINTS);
  if (step === undefined) {
    return (
      STEPS.find(candidate => candidate >= finest) ??
      Math.ceil(finest / 604_800) * 604_800
    );
  }
  if (step < finest || step % cell !== 0) {
    const smallest = Math.ceil(finest / cell) * cell;
    throw new InputError(
      `A step of ${step} seconds does not fit this stretch; use a multiple of ` +
        `${cell} from ${smallest} on, or leave it out`,
    );
  }
  return step;
}
