import type {
  EvaluatedStatus,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/**
 * What `slo_status.payload` holds: the part of an `ObjectiveStatus` that the
 * evaluation knows. Names, owners and the definition are joined when it is
 * read.
 */
export type StatusPayload = EvaluatedStatus &
  Pick<ObjectiveStatus, 'trend' | 'faults'> & {
    /** Start of the first bucket that was ever measured, Unix seconds. */
    measuredFrom?: number;
    /** Milliseconds that the source took for the last reading. */
    readDurationMs?: number;
    /** NaN or an infinity was read lately and left out. */
    nonFinite?: boolean;
  };
