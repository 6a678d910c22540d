import {
  liveFrom,
  reachedUsers,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import { sameCommit } from '../deployments/VersionKey';
import type { FactRules } from '../ServiceFacts';
import { CONFIDENCES } from '../verdicts/confidences';
import { evidenceOf } from '../verdicts/evidenceOf';
import { type Carried, certaintyOf } from './Carried';
import type { Cargo } from './shipChanges';

/**
 * Holds a fix against what it fixes: a change that takes another one back
 * against the deployment that shipped that one, a hotfix that names nothing
 * against what was deployed just before it. Where both went out together
 * nobody is to blame; where it was inferred which deployment carried a change,
 * the evidence is weaker by as much. Changed in place.
 *
 * @param drafts - of one environment, by start
 */
export function addChangeEvidence(options: {
  drafts: readonly DeploymentDraft[];
  cargo: Cargo;
  rules: Pick<FactRules, 'verdictWindowSeconds'>;
}): void {
  const { drafts, cargo, rules } = options;
  drafts.forEach((draft, index) => {
    if (!reachedUsers(draft)) {
      return;
    }
    const reverting = (cargo.get(draft) ?? []).filter(
      ({ reverts }) => reverts.length > 0,
    );
    if (reverting.length > 0) {
      const before = drafts.slice(0, index);
      reverting.forEach(change =>
        blameRevert({ change, draft, before, cargo }),
      );
    }
    if (draft.unplanned && reverting.length === 0) {
      const window = rules.verdictWindowSeconds * 1000;
      const certainty = fixCertainty(draft, cargo.get(draft) ?? []);
      const mended = lastBefore(drafts, index);
      blameHotfix({ draft, mended, window, certainty });
    }
    draft.unplanned ||= reverting.length > 0;
  });
}

function blameRevert(options: {
  change: Carried;
  draft: DeploymentDraft;
  before: readonly DeploymentDraft[];
  cargo: Cargo;
}): void {
  const { change, draft, before, cargo } = options;
  const isMeant = (shipped: Carried) =>
    change.reverts.some(
      name => name === shipped.number || sameCommit(name, shipped.sha),
    );
  const shipper = before.find(other => cargo.get(other)?.some(isMeant));
  if (shipper && reachedUsers(shipper)) {
    draft.remediates ??= shipper;
    const reverted = cargo.get(shipper)?.find(isMeant);
    const certainty =
      certaintyOf(change) * (reverted ? certaintyOf(reverted) : 1);
    shipper.evidence.push(
      evidenceOf('reverted', {
        ...weakened('reverted', certainty),
        at: liveFrom(draft),
        deploymentId: draft.id,
        changeSha: change.sha,
        observationIds: change.observationIds,
        url: change.url,
      }),
    );
  }
}

function blameHotfix(options: {
  draft: DeploymentDraft;
  mended: DeploymentDraft | undefined;
  /** Milliseconds. */
  window: number;
  certainty: number;
}): void {
  const { draft, mended, window, certainty } = options;
  if (mended && draft.startedAt <= liveFrom(mended) + window) {
    draft.remediates ??= mended;
    mended.evidence.push(
      evidenceOf('hotfix', {
        ...weakened('hotfix', certainty),
        at: draft.startedAt,
        deploymentId: draft.id,
        observationIds: draft.runs.flatMap(({ endId }) => endId ?? []).sort(),
      }),
    );
  }
}

/** What users had last, before the one at that place. */
function lastBefore(
  drafts: readonly DeploymentDraft[],
  index: number,
): DeploymentDraft | undefined {
  for (let place = index - 1; place >= 0; place--) {
    if (reachedUsers(drafts[place])) {
      return drafts[place];
    }
  }
  return undefined;
}

/** How sure it is that a deployment is a fix, 0..1. */
function fixCertainty(
  draft: DeploymentDraft,
  carried: readonly Carried[],
): number {
  return draft.runs.some(({ unplanned }) => unplanned)
    ? 1
    : Math.max(
        ...carried.filter(({ unplanned }) => unplanned).map(certaintyOf),
      );
}

function weakened(
  rule: 'reverted' | 'hotfix',
  certainty: number,
): { confidence?: number; inferred?: boolean } {
  return certainty < 1
    ? { confidence: CONFIDENCES[rule] * certainty, inferred: true }
    : {};
}
