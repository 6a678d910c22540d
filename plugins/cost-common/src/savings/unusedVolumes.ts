import type { IdleResource } from '../use/IdleResource';
import type { VolumeUse } from '../use/VolumeUse';

/** Share of hours that must have been seen: a scrape may fail now and then. */
const SEEN = 0.9;

/**
 * Volumes that a cluster says no claim has, with for how many whole days that
 * is proven: hours that nobody saw prove nothing.
 *
 * @public
 */
export function unusedVolumes(volumes: readonly VolumeUse[]): IdleResource[] {
  return volumes.flatMap(volume => {
    const { resourceId, phase, lookedAtHours, unclaimedHours } = volume;
    const since = Math.min(
      volume.hoursSinceClaim ?? lookedAtHours,
      lookedAtHours,
    );
    // Seen for a part of the time only, it is as old as what was seen.
    const proven =
      unclaimedHours >= SEEN * since ? since : Math.min(since, unclaimedHours);
    const idleDays = Math.floor(proven / 24);
    return idleDays > 0
      ? [
          {
            resourceId,
            kind: 'volume' as const,
            idleDays,
            evidence:
              phase === 'available'
                ? ('no-claim' as const)
                : ('released' as const),
          },
        ]
      : [];
  });
}
