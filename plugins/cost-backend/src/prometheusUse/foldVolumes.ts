import type { VolumeUse } from '@plimsoll/plugin-cost-common';
import type { Series } from '@plimsoll/prometheus-client';
import { LOOKED_AT_DAYS, type VolumeQuery } from './volumeQueries';

const HOUR_SECONDS = 3_600;

const PHASES: Record<string, VolumeUse['phase'] | undefined> = {
  Available: 'available',
  Released: 'released',
  Failed: 'failed',
};

/**
 * Volumes that no claim has now. What is not known by the provider's own id
 * cannot be found on a bill, and is left out.
 */
export function foldVolumes(
  answers: Record<VolumeQuery, readonly Series[]>,
): VolumeUse[] {
  const nameOf = ({ labels }: Series) => labels.persistentvolume ?? '';
  const values = (series: readonly Series[]) =>
    new Map(series.map(one => [nameOf(one), one.points.at(-1)?.[1]]));
  const handles = new Map(
    answers.handles.map(one => [
      nameOf(one),
      one.labels.csi_volume_handle || one.labels.ebs_volume_id,
    ]),
  );
  const hours = values(answers.unclaimedHours);
  const seconds = values(answers.secondsSinceClaim);
  return answers.unclaimed.flatMap(one => {
    const phase = PHASES[one.labels.phase ?? ''];
    const resourceId = handles.get(nameOf(one));
    const unclaimedHours = hours.get(nameOf(one));
    const since = seconds.get(nameOf(one));
    return phase && resourceId && unclaimedHours !== undefined
      ? [
          {
            resourceId,
            phase,
            lookedAtHours: LOOKED_AT_DAYS * 24,
            unclaimedHours,
            ...(since !== undefined && {
              hoursSinceClaim: since / HOUR_SECONDS,
            }),
          },
        ]
      : [];
  });
}
