import type { TimeRange } from './TimeRange';

/**
 * Whether a point speaks for a step that ends within excluded time.
 *
 * @internal
 */
export function isExcluded(at: Date, excluded: readonly TimeRange[]): boolean {
  return excluded.some(({ from, to }) => at > from && at <= to);
}
