import { isoOf } from '../../time/instant';
import type { Deployment, DeploymentTarget } from '../Deployment';
import type { Run } from '../runs/Run';
import type { Verdict } from '../Verdict';
import type { DeploymentDraft } from './DeploymentDraft';

/** The deployment as it is told to others; what is not known is absent. */
export function toDeployment(
  draft: DeploymentDraft,
  verdict: Verdict,
): Deployment {
  const { runs } = draft;
  const lastOf = <K extends 'title' | 'url' | 'batchId'>(name: K) =>
    runs.findLast(run => run[name] !== undefined)?.[name];
  return {
    id: draft.id,
    entityRef: draft.entityRef,
    environment: draft.environment,
    production: draft.production,
    type: draft.type,
    state: draft.state,
    version: draft.version,
    artifacts: draft.artifacts,
    commitSha: draft.commitSha,
    title: lastOf('title') ?? draft.changes.at(-1)?.title,
    url: lastOf('url'),
    startedAt: isoOf(draft.startedAt),
    finishedAt: isoOf(draft.finishedAt),
    batchId: lastOf('batchId'),
    targets: runs.map(toTarget),
    previousId: draft.previous?.id,
    remediates: draft.remediates?.id,
    remediatedBy: draft.remediatedBy?.id,
    unplanned:
      draft.unplanned ||
      draft.type === 'rollback' ||
      draft.remediates !== undefined,
    changes: draft.changes,
    verdict,
    evidence: draft.evidence,
    traffic: draft.traffic,
    impactFrom: isoOf(draft.impactFrom),
    detectedAt: isoOf(draft.detectedAt),
    recoveredAt: isoOf(draft.recoveredAt),
    budgetBurned: draft.budgetBurned,
  };
}

function toTarget(run: Run): DeploymentTarget {
  return {
    runId: run.runId,
    source: run.source,
    target: run.target,
    state: run.state,
    startedAt: isoOf(run.startedAt),
    finishedAt: isoOf(run.finishedAt),
    url: run.url,
  };
}
