import type { DeploymentPhase } from '@plimsoll/plugin-stability-common';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { observationId } from '../../senders/payload/observationId';
import { oneLine } from '../../senders/payload/oneLine';
import type { Workload } from '../workload/Workload';
import type { RunState } from './WorkloadState';

/** Name of the source, and beginning of its ids. */
export const KUBERNETES = 'kubernetes';

/** Longest text that is shown to people, characters. */
const TEXT_LENGTH = 500;

/** What one step of a run says beyond the run itself. */
export type RunStep = Partial<
  Pick<
    Extract<ObservationDraft, { kind: 'deployment' }>,
    'version' | 'artifacts' | 'commitSha' | 'rollback' | 'traffic'
  >
> & {
  phase: DeploymentPhase;
  /** ISO instant. */
  at: string;
  reason?: string;
  title?: string;
};

/** One step of a run, as the inbox takes it. */
export function runDraft(options: {
  cluster: string;
  workload: Pick<Workload, 'kind' | 'namespace' | 'name' | 'uid'>;
  run: RunState;
  step: RunStep;
}): ObservationDraft {
  const { cluster, workload, run, step } = options;
  const { kind, namespace, name, uid } = workload;
  const { phase, at, reason, title, ...rest } = step;
  const runId = observationId(
    KUBERNETES,
    cluster,
    kind,
    `${namespace}/${name}`,
    uid,
    run.revision,
  );
  return {
    kind: 'deployment',
    id: observationId(runId, phase),
    source: KUBERNETES,
    at,
    runId,
    environment: run.environment,
    phase,
    target: cluster,
    startedAt: run.startedAt,
    ...(phase !== 'started' && { finishedAt: at }),
    ...rest,
    ...(reason && { reason: oneLine(reason, TEXT_LENGTH) }),
    ...(title && { title: oneLine(title, TEXT_LENGTH) }),
    identity: [
      { type: 'kubernetes-id', value: run.serviceId },
      { type: 'environment', value: run.environment },
    ],
  };
}
