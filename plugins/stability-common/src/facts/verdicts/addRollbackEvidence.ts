import type { DeploymentDraft } from '../deployments/DeploymentDraft';
import { evidenceOf } from './evidenceOf';

/** Each rollback speaks against what it is to blame on. Changed in place. */
export function addRollbackEvidence(drafts: readonly DeploymentDraft[]): void {
  for (const rollback of drafts) {
    const { blamed, said, runs, startedAt } = rollback;
    if (!blamed) {
      continue;
    }
    rollback.remediates = blamed;
    // Going back is how a stopped canary ends, not a further failure.
    if (!blamed.stoppedEarly) {
      const proof = said ? runs.filter(run => run.rollback) : runs;
      blamed.evidence.push(
        evidenceOf(said ? 'rollback-event' : 'version-reappeared', {
          at: startedAt,
          deploymentId: rollback.id,
          observationIds: proof.flatMap(run => run.endId ?? []).sort(),
          url: proof.find(({ url }) => url)?.url,
        }),
      );
    }
  }
}
