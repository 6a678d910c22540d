/** A stretch of time, over or still going on. */
export interface ObservedDuration {
  seconds: number;
  /** Not over yet: it lasts longer than `seconds`. */
  isOpen: boolean;
}

/**
 * The time within which a share of all durations ends, by the estimate of
 * Kaplan and Meier (1958): what still goes on counts as longer than seen, it
 * is neither dropped nor taken for over. Where the curve runs exactly at the
 * share, the middle of that stretch is taken; without anything open this is
 * the ordinary median.
 *
 * @param options.share - 0..1: 0.5 for the median
 * @returns seconds; undefined while too many go on to tell
 */
export function durationQuantile(options: {
  durations: readonly ObservedDuration[];
  share: number;
}): number | undefined {
  const { durations, share } = options;
  const sorted = [...durations].sort(
    (a, b) => a.seconds - b.seconds || Number(a.isOpen) - Number(b.isOpen),
  );
  const left = 1 - share;
  let survival = 1;
  let reached: number | undefined;
  for (let index = 0; index < sorted.length; index++) {
    const { seconds, isOpen } = sorted[index];
    if (isOpen) {
      continue;
    }
    if (reached !== undefined && seconds > reached) {
      return (reached + seconds) / 2;
    }
    const atRisk = sorted.length - index;
    survival *= 1 - 1 / atRisk;
    // A product of fractions misses the share by a few last digits.
    if (survival < left - 1e-9) {
      return reached ?? seconds;
    }
    if (survival <= left + 1e-9) {
      reached = seconds;
    }
  }
  // What goes on may end right after the stretch or much later.
  return undefined;
}
