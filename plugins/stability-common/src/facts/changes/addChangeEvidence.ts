import {
  liveFrom,
  reachedUsers,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import { sameCommit } from '../deployments/VersionKey';
import type { FactRules } from '../ServiceFacts';
import { evidenceOf } from '../verdicts/evidenceOf';
import type { Change } from './foldChanges';
import type { Cargo } from './shipChanges';

/**
 * Holds a fix against what it fixes: a change that takes another one back
 * against the deployment that shipped that one, a hotfix that names nothing
 * against what was deployed just before it. Where both went out together
 * nobody is to blame. Changed in place.
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
    const before = drafts.slice(0, index);
    const reverting = (cargo.get(draft) ?? []).filter(
      ({ reverts }) => reverts.length > 0,
    );
    reverting.forEach(change => blameRevert({ change, draft, before, cargo }));
    if (draft.unplanned && reverting.length === 0) {
      blameHotfix(draft, before, rules.verdictWindowSeconds * 1000);
    }
    draft.unplanned ||= reverting.length > 0;
  });
}

function blameRevert(options: {
  change: Change;
  draft: DeploymentDraft;
  before: readonly DeploymentDraft[];
  cargo: Cargo;
}): void {
  const { change, draft, before, cargo } = options;
  const shipper = before.find(other =>
    (cargo.get(other) ?? []).some(shipped =>
      change.reverts.some(
        name => name === shipped.number || sameCommit(name, shipped.sha),
      ),
    ),
  );
  if (shipper && reachedUsers(shipper)) {
    draft.remediates ??= shipper;
    shipper.evidence.push(
      evidenceOf('reverted', {
        at: liveFrom(draft),
        deploymentId: draft.id,
        changeSha: change.sha,
        observationIds: change.observationIds,
        url: change.url,
      }),
    );
  }
}

function blameHotfix(
  draft: DeploymentDraft,
  before: readonly DeploymentDraft[],
  window: number,
): void {
  const mended = before.findLast(reachedUsers);
  if (mended && draft.startedAt <= liveFrom(mended) + window) {
    draft.remediates ??= mended;
    mended.evidence.push(
      evidenceOf('hotfix', {
        at: draft.startedAt,
        deploymentId: draft.id,
        observationIds: draft.runs.flatMap(({ endId }) => endId ?? []).sort(),
      }),
    );
  }
}
