import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import type { Workload } from '../workload/Workload';
import { advanceRun } from './advanceRun';
import { runDraft } from './runDraft';
import { remember, type RunState, type WorkloadState } from './WorkloadState';

/** One look at one workload. */
export interface WorkloadLook {
  cluster: string;
  /** What the look before left; absent for one that was not there. */
  before: WorkloadState | undefined;
  workload: Workload;
  /** It came into being after the cluster was first looked at. */
  isNew: boolean;
  /** Where the workload itself names no environment. */
  environment: string;
  /** When it was looked at, ISO instant. */
  at: string;
}

/** @see observeWorkload */
export interface WorkloadSight {
  drafts: ObservationDraft[];
  after: WorkloadState;
}

/**
 * What became of a workload since the look before. A deployment is a change of
 * version: restarts, scaling, settings and the same version again are none.
 */
export function observeWorkload(look: WorkloadLook): WorkloadSight {
  const { before, workload, isNew } = look;
  const { version, revision, uid } = workload;
  if (!before) {
    return isNew ? begin(look) : { drafts: [], after: asFound(workload) };
  }
  const isSame = before.uid === uid;
  if (isSame && revision < before.revision) {
    // an answer from a cache that lags behind
    return { drafts: [], after: before };
  }
  if (
    version.key === before.version ||
    (isSame && revision === before.revision)
  ) {
    return goOn(look, before);
  }
  return begin(look, before);
}

/** It runs, and nobody knows since when. */
function asFound({
  uid,
  revision,
  version,
  progress,
}: Workload): WorkloadState {
  return {
    uid,
    revision,
    version: version.key,
    ...(progress.at && { progressAt: progress.at }),
    line: [version.key],
    seen: [version.key],
  };
}

function goOn(look: WorkloadLook, before: WorkloadState): WorkloadSight {
  const { workload } = look;
  const { drafts, run } =
    before.run && before.uid === workload.uid
      ? advanceRun({ ...look, run: before.run, isNew: false })
      : { drafts: [], run: undefined };
  return {
    drafts,
    after: withRun(before, { ...look, run }),
  };
}

function begin(look: WorkloadLook, before?: WorkloadState): WorkloadSight {
  const { workload, environment, cluster, at } = look;
  const { version, revision, serviceId, progress } = workload;
  const known = before ?? { line: [], seen: [] };
  const left = before?.run ? leave(look, before.run, known.line) : [];
  const base = { ...known, line: cut(known.line, version.key) };
  if (isReturn(look, before)) {
    return { drafts: left, after: withRun(base, { ...look, run: undefined }) };
  }
  const last = before?.uid === workload.uid ? before.revision : 0;
  const { drafts, run } = advanceRun({
    cluster,
    workload,
    at,
    isNew: true,
    notBefore: last > 0 ? before?.progressAt : undefined,
    run: {
      revision,
      serviceId,
      environment: workload.environment ?? environment,
    },
    step: {
      ...(isWayBack(workload, known) && { rollback: true }),
      title: titleOf(workload, revision - last - 1),
    },
  });
  return {
    drafts: [...left, ...drafts],
    after: {
      ...withRun(base, { ...look, run }),
      ...(progress.at && { progressAt: progress.at }),
    },
  };
}

/** How a run ends that something else has taken the place of. */
function leave(
  look: WorkloadLook,
  run: RunState,
  line: readonly string[],
): ObservationDraft[] {
  if (run.ended) {
    return [];
  }
  const { workload, at } = look;
  const isBack =
    workload.kind === 'rollout' && line.at(-1) === workload.version.key;
  return [
    runDraft({
      ...look,
      run,
      step: {
        phase: isBack ? 'aborted' : 'superseded',
        at: workload.progress.at ?? at,
        ...(isBack && {
          traffic: run.traffic,
          reason: 'It went back to the stable version before it was complete',
        }),
      },
    }),
  ];
}

/** The stable version of a canary never went away: it is not deployed again. */
function isReturn(look: WorkloadLook, before?: WorkloadState): boolean {
  const { workload } = look;
  return (
    workload.kind === 'rollout' &&
    before?.run !== undefined &&
    before.run.ended !== 'succeeded' &&
    before.line.at(-1) === workload.version.key
  );
}

/**
 * Whether a version went live before. One that people went back from, and that
 * comes again, is new once more.
 */
function isWayBack(
  { version, served }: Workload,
  known: Pick<WorkloadState, 'line' | 'seen'>,
): boolean {
  return (
    known.line.includes(version.key) ||
    (!known.seen.includes(version.key) && (served ?? []).length > 0)
  );
}

function cut(line: readonly string[], key: string): string[] {
  const index = line.indexOf(key);
  return index < 0 ? [...line] : line.slice(0, index + 1);
}

function titleOf(workload: Workload, unobserved: number): string | undefined {
  const gap =
    unobserved > 0
      ? `${unobserved} ${
          unobserved === 1 ? 'revision' : 'revisions'
        } before it unobserved`
      : undefined;
  return workload.cause && gap
    ? `${workload.cause} (${gap})`
    : workload.cause ?? gap;
}

function withRun(
  base: Pick<WorkloadState, 'line' | 'seen' | 'progressAt'>,
  { workload, run }: { workload: Workload; run: RunState | undefined },
): WorkloadState {
  const { uid, revision, version, progress } = workload;
  const isLive = run?.ended === 'succeeded';
  return {
    uid,
    revision,
    version: version.key,
    ...((progress.at ?? base.progressAt) && {
      progressAt: progress.at ?? base.progressAt,
    }),
    ...(run && { run }),
    line: isLive ? remember(base.line, version.key) : base.line,
    seen: remember(base.seen, version.key),
  };
}
