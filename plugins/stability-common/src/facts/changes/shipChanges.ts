import { isoOf } from '../../time/instant';
import {
  isLive,
  liveFrom,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import type { ShippedChange } from '../Deployment';
import { sameCommit } from '../deployments/VersionKey';
import { CommitIndex } from './CommitIndex';
import type { Change } from './foldChanges';

/** Which changes each deployment carried, as they were reported. */
export type Cargo = Map<DeploymentDraft, Change[]>;

/**
 * Gives each change to the deployment of one environment that was the first to
 * ship it, with the time it took.
 *
 * The first deployment that is known has no lead times: what it brought may
 * have waited for years before anyone counted. What failed or was stopped
 * carries its changes but does not ship them.
 *
 * @param drafts - of one environment, by start; changed in place
 * @param changes - in the order they landed
 */
export function shipChanges(
  drafts: readonly DeploymentDraft[],
  changes: readonly Change[],
): Cargo {
  const cargo: Cargo = new Map();
  const index = CommitIndex.create(changes);
  const shipped = new Set<string>();
  let isFirst = true;
  let first = 0;
  for (const draft of drafts) {
    if (!carries(draft)) {
      continue;
    }
    const listed = draft.runs.flatMap(run => run.listed);
    const own =
      listed.length > 0
        ? changesOf(listed, index)
        : landedUpTo(cutOf(draft, index), changes, first);
    const fresh = own.filter(({ sha }) => !shipped.has(sha));
    const unnamed = listed.length > 0 || !isFirst;
    const counted = unnamed ? fresh : fresh.filter(isHead(draft));
    cargo.set(draft, counted);
    const timed = !isFirst;
    draft.changes = counted.map(change => shippedBy(draft, change, timed));
    draft.unplanned ||= counted.some(({ unplanned }) => unplanned);
    if (isLive(draft)) {
      fresh.forEach(({ sha }) => shipped.add(sha));
      isFirst = false;
      while (first < changes.length && shipped.has(changes[first].sha)) {
        first++;
      }
    }
  }
  return cargo;
}

function carries({ type, state }: DeploymentDraft): boolean {
  return type === 'forward' && state !== 'canceled' && state !== 'superseded';
}

function changesOf(
  shas: readonly string[],
  index: CommitIndex<Change>,
): Change[] {
  return [...new Set(shas)].map(
    sha =>
      index.find(sha) ?? {
        sha,
        landedAt: 0,
        reverts: [],
        unplanned: false,
        observationIds: [],
      },
  );
}

/** The last instant at which a change can have landed to be in it. */
function cutOf(draft: DeploymentDraft, index: CommitIndex<Change>): number {
  const head = index.find(draft.commitSha);
  return Math.min(head?.landedAt ?? draft.startedAt, liveFrom(draft));
}

function isHead({ commitSha }: DeploymentDraft): (change: Change) => boolean {
  return ({ sha }) =>
    commitSha !== undefined &&
    sameCommit(sha.toLowerCase(), commitSha.toLowerCase());
}

function landedUpTo(
  cut: number,
  changes: readonly Change[],
  from: number,
): Change[] {
  const own: Change[] = [];
  for (let index = from; index < changes.length; index++) {
    if (changes[index].landedAt > cut) {
      break;
    }
    own.push(changes[index]);
  }
  return own;
}

function shippedBy(
  draft: DeploymentDraft,
  change: Change,
  timed: boolean,
): ShippedChange {
  const { sha, number, title, url, committedAt, mergedAt } = change;
  const basis = committedAt === undefined ? 'merge' : 'commit';
  const since = committedAt ?? mergedAt;
  const counts = timed && isLive(draft) && draft.finishedAt !== undefined;
  const seconds =
    counts && since !== undefined
      ? (liveFrom(draft) - since) / 1000
      : undefined;
  return {
    sha,
    number,
    title,
    url,
    committedAt: isoOf(committedAt),
    mergedAt: isoOf(mergedAt),
    // Clocks that disagree give no time rather than a negative one.
    ...(seconds !== undefined &&
      seconds >= 0 && { leadSeconds: seconds, basis }),
  };
}
