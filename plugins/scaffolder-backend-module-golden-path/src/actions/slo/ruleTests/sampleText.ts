/** Minutes in which a share of all units is bad, 0..1. */
export interface Stretch {
  minutes: number;
  badShare: number;
}

/** Units a minute: enough that small shares are whole numbers. */
const PER_MINUTE = 100_000;

/**
 * The samples of a counter in promtool's notation, one a minute: `0+600x59`
 * begins at 0 and grows 59 times by 600.
 */
export function sampleText(
  stretches: readonly Stretch[],
  counts: 'good' | 'bad' | 'all',
): string {
  let value = 0;
  const parts = ['0'];
  for (const { minutes, badShare } of stretches) {
    const bad = Math.round(PER_MINUTE * badShare);
    const growth = { bad, good: PER_MINUTE - bad, all: PER_MINUTE }[counts];
    if (minutes > 0) {
      parts.push(`${value + growth}+${growth}x${minutes - 1}`);
      value += growth * minutes;
    }
  }
  return parts.join(' ');
}
