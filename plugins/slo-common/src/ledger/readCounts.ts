/**
 * What a source saw of one objective in one bucket. `undefined` is a series
 * that was absent, never a zero.
 *
 * @public
 */
export interface RawCounts {
  /** Good units; read where the objective counts the good ones. */
  good?: number;
  /** Bad units; read where the objective counts the bad ones. */
  bad?: number;
  total?: number;
}

/** Why counts cannot be used. @public */
export type CountsProblem = 'absent' | 'not-a-number';

/** @public */
export type ReadCounts =
  | {
      kind: 'measured';
      bad: number;
      total: number;
      /** good > total, bad > total or a negative count was seen and clamped. */
      inconsistent: boolean;
      /** `bad` was absent beside a total, and was read as zero. */
      badAbsent: boolean;
    }
  | { kind: 'unmeasured'; problem: CountsProblem };

/**
 * Turns the counts of a source into bad and total, or says why it cannot.
 *
 * - total absent: unmeasured
 * - bad absent beside a total: zero bad (an error series is often born with
 *   the first error)
 * - good absent beside events: unmeasured, since "all bad" would be a guess
 * - NaN and infinities: unmeasured
 * - good or bad above total, or negative: clamped and marked
 *
 * @param options.of - which of `good` and `bad` the objective counts
 * @public
 */
export function readCounts(
  options: RawCounts & { of: 'good' | 'bad' },
): ReadCounts {
  const { of, total } = options;
  const part = options[of];
  if (total === undefined) {
    return { kind: 'unmeasured', problem: 'absent' };
  }
  if (
    !Number.isFinite(total) ||
    (part !== undefined && !Number.isFinite(part))
  ) {
    return { kind: 'unmeasured', problem: 'not-a-number' };
  }
  const events = Math.max(total, 0);
  if (part === undefined && of === 'good' && events > 0) {
    return { kind: 'unmeasured', problem: 'absent' };
  }
  const share = Math.min(Math.max(part ?? 0, 0), events);
  return {
    kind: 'measured',
    bad: of === 'bad' ? share : events - share,
    total: events,
    inconsistent: events !== total || (part !== undefined && share !== part),
    badAbsent: of === 'bad' && part === undefined,
  };
}
