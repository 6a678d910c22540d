import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';

/**
 * The buckets that corrections leave. A bucket is never divided: it goes where
 * an excluded stretch holds all of it, which is why corrections lie on whole
 * quarter hours.
 *
 * @param options.buckets - ordered by start
 * @param options.excluded - in order, without overlap, see `unionRanges`
 * @public
 */
export function withoutExcluded(options: {
  buckets: readonly Bucket[];
  excluded: readonly LedgerRange[];
}): readonly Bucket[] {
  const { buckets, excluded } = options;
  if (excluded.length === 0) {
    return buckets;
  }
  let next = 0;
  return buckets.filter(({ start, seconds }) => {
    while (next < excluded.length && excluded[next].to <= start) {
      next += 1;
    }
    const gap = excluded[next];
    return !(gap && gap.from <= start && start + seconds <= gap.to);
  });
}
