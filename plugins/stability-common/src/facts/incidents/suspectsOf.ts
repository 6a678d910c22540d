import {
  liveFrom,
  reachedUsers,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import { sameVersion, versionKeyOf } from '../deployments/VersionKey';
import type { FactRules } from '../ServiceFacts';
import { CONFIDENCES, SHARED_AT_MOST } from '../verdicts/confidences';
import type { IncidentDraft } from './IncidentDraft';

/** A deployment that may have caused an incident. */
export interface Suspect {
  draft: DeploymentDraft;
  rule: 'incident-names-it' | 'incident-in-window';
  confidence: number;
}

/**
 * The deployments that may have caused an incident, likeliest first: the one
 * it names, else those that went live in the window before it. Several share
 * the blame, each half as much as the one after it.
 */
export function suspectsOf(options: {
  incident: IncidentDraft;
  /** Of all environments, by start. */
  drafts: readonly DeploymentDraft[];
  rules: Pick<FactRules, 'verdictWindowSeconds'>;
}): Suspect[] {
  const { incident, drafts, rules } = options;
  const window = rules.verdictWindowSeconds * 1000;
  const isThere = placeOf(incident, drafts, incident.production);
  const open = drafts.filter(
    draft =>
      isThere(draft) &&
      draft.startedAt <= incident.startedAt &&
      incident.startedAt <= liveFrom(draft) + window &&
      !(
        draft.withdrawnAt !== undefined &&
        draft.withdrawnAt < incident.startedAt
      ),
  );
  const allNamed = namedBy(incident, drafts);
  if (allNamed.length > 0) {
    const named = open.findLast(
      draft => allNamed.includes(draft) && mayFail(draft),
    );
    return named
      ? [suspect(named, 'incident-names-it', CONFIDENCES['incident-names-it'])]
      : [];
  }
  return share(open.filter(inUse).reverse(), incident, window);
}

function inUse(draft: DeploymentDraft): boolean {
  return (
    reachedUsers(draft) ||
    (draft.type === 'forward' && draft.state === 'in-progress')
  );
}

function mayFail({ type, state }: DeploymentDraft): boolean {
  return type !== 'rollback' && state !== 'canceled';
}

function suspect(
  draft: DeploymentDraft,
  rule: Suspect['rule'],
  confidence: number,
): Suspect {
  return { draft, rule, confidence };
}

/** Latest first. A rollback that answered the incident settles whose it is. */
function share(
  drafts: readonly DeploymentDraft[],
  incident: IncidentDraft,
  window: number,
): Suspect[] {
  const settled = drafts.filter(draft => answeredBy(draft, incident));
  const suspects = settled.length > 0 ? settled : drafts;
  const total = suspects.reduce((sum, _, index) => sum + 0.5 ** index, 0);
  return suspects.map((draft, index) => {
    const waited = Math.max(0, incident.startedAt - liveFrom(draft));
    const decay = 1 - (0.5 * waited) / window;
    const weight = 0.5 ** index / total / incident.affected;
    const full = CONFIDENCES['incident-in-window'] * decay * weight;
    const isShared = incident.affected > 1 && settled.length === 0;
    return suspect(
      draft,
      'incident-in-window',
      isShared ? Math.min(full, SHARED_AT_MOST) : full,
    );
  });
}

/** It was rolled back after the incident began, and before it was long over. */
function answeredBy(draft: DeploymentDraft, incident: IncidentDraft): boolean {
  return draft.evidence.some(
    ({ rule, at }) =>
      (rule === 'rollback-event' || rule === 'version-reappeared') &&
      Date.parse(at) >= incident.startedAt &&
      Date.parse(at) <= (incident.endedAt ?? Infinity),
  );
}

/** Senders name environments differently: production is production then. */
function placeOf(
  { environment }: IncidentDraft,
  drafts: readonly DeploymentDraft[],
  production: boolean,
): (draft: DeploymentDraft) => boolean {
  const name = environment?.toLowerCase();
  const isThere = (draft: DeploymentDraft) =>
    draft.environment.toLowerCase() === name;
  if (name !== undefined && (!production || drafts.some(isThere))) {
    return isThere;
  }
  return draft => draft.production;
}

/** Deployments whose version, commit or artifact the incident names. */
function namedBy(
  { observations }: IncidentDraft,
  drafts: readonly DeploymentDraft[],
): DeploymentDraft[] {
  const named = observations
    .filter(step => step.version ?? step.commitSha ?? step.artifactId)
    .map(({ artifactId, version, commitSha }) =>
      versionKeyOf({
        version,
        commitSha,
        artifacts: artifactId === undefined ? [] : [artifactId],
      }),
    );
  return named.length === 0
    ? []
    : drafts.filter(draft => named.some(key => sameVersion(key, draft.key)));
}
