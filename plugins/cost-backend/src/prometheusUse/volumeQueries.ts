import { clusterSelector, type UseQueryOptions } from './UseQueries';

/** Days that are looked at: a month's end is among them. */
export const LOOKED_AT_DAYS = 35;

const PHASE = 'kube_persistentvolume_status_phase';
const NAMES = 'persistentvolume, csi_volume_handle, ebs_volume_id';

/**
 * The questions whose answers say which volumes no claim has, and since when.
 * kube-state-metrics answers them.
 */
export function volumeQueries(options: Pick<UseQueryOptions, 'enforced'>) {
  const inPhase = (phases: string) =>
    `${clusterSelector(options, PHASE, [
      { label: 'phase', operator: '=~', value: phases },
    ])} == 1`;
  const unclaimed = inPhase('Available|Released|Failed');
  const claimed = inPhase('Bound|Pending');
  const hours = `[${LOOKED_AT_DAYS}d:1h]`;
  return {
    unclaimed: `max by (persistentvolume, phase) (${unclaimed})`,
    handles: `max by (${NAMES}) (${clusterSelector(
      options,
      'kube_persistentvolume_info',
      [],
    )})`,
    unclaimedHours: `count_over_time((max by (persistentvolume) (${unclaimed}))${hours})`,
    secondsSinceClaim: `time() - max_over_time((max by (persistentvolume) (timestamp(${claimed})))${hours})`,
  } as const;
}

/** Names of the questions. */
export type VolumeQuery = keyof ReturnType<typeof volumeQueries>;
