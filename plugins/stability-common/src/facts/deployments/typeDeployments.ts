import { sharesTarget } from './groupRuns';
import { VersionIndex } from './VersionIndex';
import { sameVersion } from './VersionKey';
import { isLive, type DeploymentDraft } from './DeploymentDraft';

/**
 * Says of each deployment of one environment what it was: something new, the
 * same again, or a way back, and then what is to blame for it.
 *
 * A version that comes back blames the first deployment after it (1, 2, 3, 1:
 * the second is to blame; nobody knows about the third).
 *
 * @param drafts - of one environment, by start; changed in place
 */
export function typeDeployments(drafts: readonly DeploymentDraft[]): void {
  const known = VersionIndex.create<DeploymentDraft>();
  const placeOf = new Map(drafts.map((draft, place) => [draft, place]));
  let running: DeploymentDraft | undefined;
  drafts.forEach((draft, index) => {
    const origin = known.latest(draft.key);
    draft.previous = running;
    if (
      !draft.said &&
      running &&
      isLive(running) &&
      sameVersion(running.key, draft.key)
    ) {
      draft.type = 'redeploy';
    } else if (draft.said || origin) {
      const since = origin && placeOf.get(origin);
      draft.blamed = blamedBy({ draft, index, drafts, since });
      draft.type = draft.said || draft.blamed ? 'rollback' : 'forward';
      if (draft.blamed && isLive(draft)) {
        const from = placeOf.get(draft.blamed);
        withdraw(drafts.slice(from, index), draft);
      }
    }
    if (isLive(draft)) {
      known.add(draft);
    }
    if (tookOver(draft)) {
      running = draft;
    }
  });
}

/**
 * The first new deployment since the version that came back was put there.
 * Where the way back leads to is not known, it left what ran last: looked for
 * backwards, since a long history need not be gone through for each rollback.
 */
function blamedBy(options: {
  draft: DeploymentDraft;
  index: number;
  drafts: readonly DeploymentDraft[];
  /** Where the version that came back was deployed. */
  since: number | undefined;
}): DeploymentDraft | undefined {
  const { draft, index, drafts, since } = options;
  const isSuspect = (other: DeploymentDraft) =>
    other.type === 'forward' &&
    !sameVersion(other.key, draft.key) &&
    sharesTarget(other, draft.runs) &&
    (draft.said ? other.state !== 'canceled' : tookOver(other));
  if (since !== undefined) {
    return drafts.slice(since + 1, index).find(isSuspect);
  }
  for (let place = index - 1; place >= 0; place--) {
    if (isSuspect(drafts[place])) {
      return drafts[place];
    }
  }
  return undefined;
}

/** What lies between a version and its coming back is no longer in use. */
function withdraw(
  drafts: readonly DeploymentDraft[],
  rollback: DeploymentDraft,
): void {
  drafts
    .filter(draft => sharesTarget(draft, rollback.runs))
    .forEach(draft => {
      draft.withdrawnAt ??= rollback.finishedAt;
    });
}

/** It became what runs, be it not everywhere. */
function tookOver(draft: DeploymentDraft): boolean {
  return (
    draft.type !== 'redeploy' &&
    (isLive(draft) || (draft.state === 'failed' && !draft.stoppedEarly))
  );
}
