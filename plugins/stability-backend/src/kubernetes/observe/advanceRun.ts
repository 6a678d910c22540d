import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import type { Workload } from '../workload/Workload';
import { runDraft, type RunStep } from './runDraft';
import type { RunState } from './WorkloadState';

/**
 * Brings a run to where its workload is.
 *
 * An end is told once; only a failed or aborted run can still succeed, since
 * Kubernetes goes on trying after the deadline and people retry a canary.
 *
 * @param options.isNew - the run begins with this look at it
 * @param options.notBefore - what the cluster said until then was about the
 * revision before, ISO instant
 * @param options.at - of the look, ISO instant
 */
export function advanceRun(options: {
  cluster: string;
  workload: Workload;
  run: RunState;
  isNew: boolean;
  notBefore?: string;
  at: string;
  step?: Pick<RunStep, 'rollback' | 'title'>;
}): { drafts: ObservationDraft[]; run: RunState } {
  const { workload, isNew, notBefore, at, step } = options;
  const { progress, version, traffic } = workload;
  const isFresh =
    progress.at !== undefined && (!notBefore || progress.at > notBefore);
  const saidAt = isFresh ? progress.at : undefined;
  const run: RunState = {
    ...options.run,
    ...mostTraffic(options.run.traffic, traffic),
  };
  if (isNew && progress.phase === 'started' && saidAt) {
    run.startedAt = saidAt;
  }
  const isTold = isNew || run.ended !== progress.phase;
  if (!isTold || !mayFollow(run, progress.phase, isNew)) {
    return { drafts: [], run };
  }
  if (progress.phase !== 'started') {
    run.ended = progress.phase;
  }
  const { key: _key, ...named } = version;
  const draft = runDraft({
    ...options,
    run,
    step: {
      ...named,
      ...step,
      phase: progress.phase,
      at: notEarlier(saidAt ?? at, run.startedAt),
      ...(progress.phase === 'aborted' && { traffic: run.traffic }),
      ...(workload.rollback && { rollback: true }),
      reason: progress.reason,
    },
  });
  return { drafts: [draft], run };
}

function mayFollow(
  run: RunState,
  phase: Workload['progress']['phase'],
  isNew: boolean,
): boolean {
  switch (phase) {
    case 'started':
      return isNew;
    case 'succeeded':
      return run.ended !== 'succeeded';
    default:
      return run.ended === undefined;
  }
}

function mostTraffic(
  before: number | undefined,
  now: number | undefined,
): Pick<RunState, 'traffic'> {
  const most = Math.max(before ?? -1, now ?? -1);
  return most < 0 ? {} : { traffic: most };
}

/** Clocks with whole seconds end a quick run before it began. */
function notEarlier(at: string, startedAt: string | undefined): string {
  return startedAt && startedAt > at ? startedAt : at;
}
