import {
  isLive,
  liveFrom,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import { sharesTarget } from '../deployments/groupRuns';
import type { IncidentDraft } from '../incidents/IncidentDraft';

/**
 * Of each failed deployment: since when users felt it, when it was noticed and
 * when it was over. Changed in place.
 *
 * It is over when a rollback or a fix is live (or the canary was taken back),
 * and not before the last incident that it caused. A roll-out that itself failed
 * is over when the next one completes. That something else was deployed later
 * says nothing about what went live and failed: it goes on until somebody says
 * more.
 *
 * @param drafts - of one environment, by start
 */
export function addRecovery(options: {
  drafts: readonly DeploymentDraft[];
  incidents: readonly IncidentDraft[];
}): void {
  const { drafts, incidents } = options;
  drafts.forEach(answer);
  drafts.forEach((draft, index) => {
    if (draft.verdict?.name !== 'failed') {
      return;
    }
    const caused = incidents.filter(
      ({ cause }) => cause?.deploymentId === draft.id,
    );
    draft.impactFrom = isLive(draft) ? liveFrom(draft) : draft.startedAt;
    draft.detectedAt = detectedAt(draft, caused);
    draft.recoveredAt = recoveredAt({
      draft,
      later: drafts.slice(index + 1),
      caused,
    });
  });
}

/** Of several answers to one failure the first that was live ended it. */
function answer(draft: DeploymentDraft): void {
  const { remediates } = draft;
  if (!remediates || !isLive(draft) || draft.verdict?.name === 'failed') {
    return;
  }
  const known = remediates.remediatedBy;
  if (!known || liveFrom(draft) < liveFrom(known)) {
    remediates.remediatedBy = draft;
  }
}

/** An incident tells people; a budget that burns only could have. */
function detectedAt(
  draft: DeploymentDraft,
  caused: readonly IncidentDraft[],
): number | undefined {
  const grounds = (rules: string[]) =>
    draft.evidence
      .filter(({ rule, overruled }) => !overruled && rules.includes(rule))
      .map(({ at }) => Date.parse(at));
  const told = [
    ...caused.map(({ startedAt }) => startedAt),
    ...grounds(['failed-rollout', 'canary-stopped']),
  ];
  const instants = told.length > 0 ? told : grounds(['budget-burned']);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

function recoveredAt(options: {
  draft: DeploymentDraft;
  later: readonly DeploymentDraft[];
  caused: readonly IncidentDraft[];
}): number | undefined {
  const { draft, later, caused } = options;
  if (caused.some(({ endedAt }) => endedAt === undefined)) {
    return undefined;
  }
  const ends = caused
    .filter(({ presumed, merged }) => !presumed && !merged)
    .flatMap(({ endedAt }) => endedAt ?? []);
  const replaced = replacedAt(draft, later);
  if (replaced === undefined && ends.length === 0) {
    return undefined;
  }
  // An incident that ended needs no deployment: a switch may have been turned.
  const isAnswered =
    draft.remediatedBy !== undefined || draft.state === 'aborted';
  return ends.length > 0
    ? Math.max(isAnswered ? replaced ?? 0 : 0, ...ends)
    : replaced;
}

/** When it stopped being what users get. */
function replacedAt(
  draft: DeploymentDraft,
  later: readonly DeploymentDraft[],
): number | undefined {
  const completed =
    draft.state === 'failed'
      ? later.find(
          other =>
            other.type !== 'rollback' &&
            isLive(other) &&
            other.verdict?.name !== 'failed' &&
            sharesTarget(draft, other.runs),
        )
      : undefined;
  const stopped = draft.state === 'aborted' ? draft.finishedAt : undefined;
  const instants = [
    draft.remediatedBy?.finishedAt,
    draft.withdrawnAt,
    stopped,
    completed?.finishedAt,
  ].flatMap(instant => instant ?? []);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}
