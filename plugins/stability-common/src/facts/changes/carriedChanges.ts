import { liveFrom, type DeploymentDraft } from '../deployments/DeploymentDraft';
import { type Carried, CARRIED_FROM } from './Carried';
import type { CommitIndex } from './CommitIndex';
import { type Change, compareLanding } from './foldChanges';

/**
 * The changes that a deployment carried: those that its sender lists; else its
 * commit and what landed before it; else, where nobody reported that commit
 * (it belongs to another service) or none is named, what landed before it
 * began. The last two are inferred and say so.
 *
 * @param options.changes - of the service, in the order they landed
 * @param options.from - index of the first one that may be new
 */
export function carriedChanges(options: {
  draft: DeploymentDraft;
  changes: readonly Change[];
  index: CommitIndex<Change>;
  from: number;
}): Carried[] {
  const { draft, changes, index, from } = options;
  const listed = draft.runs.flatMap(run => run.listed);
  if (listed.length > 0) {
    return [...new Set(listed)].map(sha => index.find(sha) ?? unknown(sha));
  }
  const head = index.find(draft.commitSha);
  const end = liveFrom(draft);
  const before = landedUntil(
    head ? end : Math.min(draft.startedAt, end),
    changes,
    from,
  );
  if (!head) {
    return before.map(change => ({ ...change, inferred: CARRIED_FROM.time }));
  }
  return [
    ...before
      .filter(change => change !== head && compareLanding(change, head) <= 0)
      .map(change => ({ ...change, inferred: CARRIED_FROM.commit })),
    // also where its clock says that it landed after it was live
    head,
  ];
}

function landedUntil(
  instant: number,
  changes: readonly Change[],
  from: number,
): Change[] {
  const landed: Change[] = [];
  for (let place = from; place < changes.length; place++) {
    if (changes[place].landedAt > instant) {
      break;
    }
    landed.push(changes[place]);
  }
  return landed;
}

/** Named by the sender, and nobody reported it. */
function unknown(sha: string): Change {
  return {
    sha,
    landedAt: 0,
    reverts: [],
    unplanned: false,
    observationIds: [],
  };
}
