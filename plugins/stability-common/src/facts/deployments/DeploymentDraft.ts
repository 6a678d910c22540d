import type {
  Deployment,
  DeploymentState,
  DeploymentType,
  ShippedChange,
} from '../Deployment';
import type { Run } from '../runs/Run';
import type { Evidence, Verdict } from '../Verdict';
import type { VersionIdentity, VersionKey } from './VersionKey';

/** A deployment while its facts are being worked out. Times in ms. */
export interface DeploymentDraft extends VersionIdentity {
  id: string;
  key: VersionKey;
  entityRef: string;
  environment: string;
  production: boolean;
  type: DeploymentType;
  state: DeploymentState;
  runs: Run[];
  startedAt: number;
  finishedAt?: number;
  traffic?: number;
  /** Stopped before it reached enough users to count. */
  stoppedEarly: boolean;
  /** What ran before it. */
  previous?: DeploymentDraft;
  /** Rollbacks: the sender itself says that it is one. */
  said: boolean;
  /** Rollbacks: what is to blame for them. */
  blamed?: DeploymentDraft;
  /** When a way back took it out of use. */
  withdrawnAt?: number;
  /** What it answers, and what answered it. */
  remediates?: DeploymentDraft;
  remediatedBy?: DeploymentDraft;
  unplanned: boolean;
  changes: ShippedChange[];
  evidence: Evidence[];
  verdict?: Verdict;
  impactFrom?: number;
  detectedAt?: number;
  recoveredAt?: number;
  budgetBurned?: Deployment['budgetBurned'];
}

/** By start, then id. */
export function compareDrafts(a: DeploymentDraft, b: DeploymentDraft): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

/** The first instant at which users could notice it, in ms. */
export function liveFrom(draft: DeploymentDraft): number {
  return draft.finishedAt ?? draft.startedAt;
}

/** It runs for good, in one place at least. */
export function isLive({ state, runs }: DeploymentDraft): boolean {
  return (
    state === 'succeeded' ||
    (state === 'in-progress' && runs.some(run => run.state === 'succeeded'))
  );
}

/** It brought something new, and users got to see it. */
export function reachedUsers(draft: DeploymentDraft): boolean {
  return (
    draft.type === 'forward' &&
    !draft.stoppedEarly &&
    (isLive(draft) || draft.state === 'failed' || draft.state === 'aborted')
  );
}
