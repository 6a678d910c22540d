import { isoOf } from '../../time/instant';
import {
  isLive,
  liveFrom,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import type { ShippedChange } from '../Deployment';
import { sameCommit } from '../deployments/VersionKey';
import type { Carried } from './Carried';
import { carriedChanges } from './carriedChanges';
import { CommitIndex } from './CommitIndex';
import type { Change } from './foldChanges';

/** Which changes each deployment carried, as they were reported. */
export type Cargo = Map<DeploymentDraft, Carried[]>;

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
  let from = 0;
  for (const draft of drafts) {
    if (!carries(draft)) {
      continue;
    }
    const fresh = carriedChanges({ draft, changes, index, from }).filter(
      ({ sha }) => !shipped.has(sha),
    );
    const isListed = draft.runs.some(run => run.listed.length > 0);
    const counted = isFirst && !isListed ? fresh.filter(isHead(draft)) : fresh;
    cargo.set(draft, counted);
    const timed = !isFirst;
    draft.changes = counted.map(change => shippedBy(draft, change, timed));
    draft.unplanned ||= counted.some(({ unplanned }) => unplanned);
    if (isLive(draft)) {
      fresh.forEach(({ sha }) => shipped.add(sha));
      isFirst = false;
      while (from < changes.length && shipped.has(changes[from].sha)) {
        from++;
      }
    }
  }
  return cargo;
}

function carries({ type, state }: DeploymentDraft): boolean {
  return type === 'forward' && state !== 'canceled' && state !== 'superseded';
}

function isHead({ commitSha }: DeploymentDraft): (change: Change) => boolean {
  return ({ sha }) =>
    commitSha !== undefined &&
    sameCommit(sha.toLowerCase(), commitSha.toLowerCase());
}

function shippedBy(
  draft: DeploymentDraft,
  change: Carried,
  timed: boolean,
): ShippedChange {
  const { sha, number, title, url, committedAt, mergedAt, inferred } = change;
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
    ...(inferred && { inferred }),
  };
}
