import { BUCKET_SECONDS } from '@plimsoll/plugin-slo-common';
import { sourceWasUp } from '../stories/sourceOutage';
import { SECONDS_PER_MINUTE } from '../time/constants';

const { floor, max, min } = Math;

export interface CoverageOptions {
  /** Unix seconds, a multiple of 300: what lies before is forgotten. */
  oldest: number;
  /** Unix seconds: what lies behind has not happened yet. */
  now: number;
  /** Whether the series are exported in a Unix minute. */
  exists(minute: number): boolean;
}

/** What the source can speak for. Instants are Unix seconds. */
export class Coverage {
  readonly #options: CoverageOptions;

  static create(options: CoverageOptions): Coverage {
    return new Coverage(options);
  }

  private constructor(options: CoverageOptions) {
    this.#options = options;
  }

  /**
   * Visits the covered parts of a stretch, in order, none longer than 300
   * seconds: within one bucket of the ledger the answer never changes.
   *
   * @returns how many seconds are covered
   */
  visit(
    from: number,
    to: number,
    visitor?: (partFrom: number, partTo: number) => void,
  ): number {
    const { oldest, now, exists } = this.#options;
    const end = min(to, now);
    let covered = 0;
    for (let start = max(from, oldest); start < end; ) {
      const bucket = floor(start / BUCKET_SECONDS) * BUCKET_SECONDS;
      const next = min(bucket + BUCKET_SECONDS, end);
      const minute = bucket / SECONDS_PER_MINUTE;
      if (sourceWasUp(minute) && exists(minute)) {
        covered += next - start;
        visitor?.(start, next);
      }
      start = next;
    }
    return covered;
  }
}
