import { BUCKET_SECONDS } from '../../ledger/Bucket';
import type { Budgeting } from '../../objective/Budgeting';
import { parseDuration } from '../../window/parseDuration';
import { windowSeconds } from '../../window/windowSeconds';
import type { BudgetingMethod, SloObjective } from '../SloDocument';

const MIN_SLICE_SECONDS = 60;
const MAX_SLICE_SECONDS = 86_400;

/**
 * What counts as one unit, and why that cannot be counted where it cannot.
 * Slices have to line up with the ledger's buckets: none may straddle two of
 * them by a part.
 */
export function objectiveBudgeting(options: {
  method: BudgetingMethod;
  objective: SloObjective;
}): { budgeting: Budgeting; fault?: string } {
  const { method, objective } = options;
  if (method === 'Occurrences') {
    return { budgeting: { method: 'occurrences' } };
  }
  const sliceSeconds = secondsOf(objective.timeSliceWindow ?? 0);
  const fault = sliceFault(sliceSeconds);
  return {
    budgeting:
      method === 'Timeslices'
        ? {
            method: 'timeslices',
            sliceSeconds,
            sliceTarget: objective.timeSliceTarget ?? 1,
          }
        : { method: 'ratio-timeslices', sliceSeconds },
    ...(fault !== undefined && { fault }),
  };
}

function sliceFault(sliceSeconds: number): string | undefined {
  if (sliceSeconds < MIN_SLICE_SECONDS || sliceSeconds > MAX_SLICE_SECONDS) {
    return 'is out of range; a slice has at least a minute and at most a day';
  }
  const fits =
    sliceSeconds < BUCKET_SECONDS
      ? BUCKET_SECONDS % sliceSeconds === 0
      : sliceSeconds % BUCKET_SECONDS === 0;
  return fits
    ? undefined
    : 'does not line up with the 5 minutes in which Plimsoll counts; write 1m, 5m or a multiple of 5m';
}

function secondsOf(window: string | number): number {
  return typeof window === 'number'
    ? window * 60
    : windowSeconds(parseDuration(window));
}
