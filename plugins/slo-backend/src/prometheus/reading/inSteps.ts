import type { Bucket } from '@plimsoll/plugin-slo-common';

const WIDEST_READ_SECONDS = 900;

/**
 * The step that is read for a step of the ledger: the same up to 15 minutes,
 * else the largest part of it that is no longer.
 */
export function readStepFor(step: number): number {
  return (
    [step, WIDEST_READ_SECONDS, 600].find(
      part => part <= WIDEST_READ_SECONDS && step % part === 0,
    ) ?? 300
  );
}

/** Adds finer buckets up into buckets of `step` seconds. */
export function inSteps(options: {
  buckets: readonly Bucket[];
  step: number;
  /** End of what was read, in Unix seconds: the newest bucket's end. */
  to: number;
}): Bucket[] {
  const { buckets, step, to } = options;
  const wide = new Map<number, Bucket>();
  for (const bucket of buckets) {
    const start = Math.floor(bucket.start / step) * step;
    const sum = wide.get(start) ?? {
      start,
      seconds: Math.min(step, to - start),
      bad: 0,
      total: 0,
      coveredSeconds: 0,
    };
    sum.bad += bucket.bad;
    sum.total += bucket.total;
    sum.coveredSeconds += bucket.coveredSeconds;
    wide.set(start, sum);
  }
  return Array.from(wide.values());
}
