import { groupedBy } from '../collections/groupedBy';
import type { Deployment, ShippedChange } from '../facts/Deployment';
import type { VerdictName } from '../facts/Verdict';

/** Worst first: a batch is what became of the worst of it. */
const WORST: readonly VerdictName[] = [
  'failed',
  'pending',
  'clean',
  'prevented',
  'rollback',
  'not-counted',
];

/**
 * One pipeline run that went to many services or regions counts once. It keeps
 * the id of its first member; a single service is left as it is.
 *
 * @public
 */
export function foldBatches(deployments: readonly Deployment[]): Deployment[] {
  const seen = new Map<string, number>();
  const batches = groupedBy(deployments, deployment => {
    const { batchId, type, entityRef, environment, id } = deployment;
    if (batchId === undefined) {
      return id;
    }
    // Twice to one place is two deployments, however they were started.
    const place = `${batchId}\n${type}\n${entityRef}\n${environment}`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return `${batchId}\n${type}\n${times}`;
  });
  return batches.map(members =>
    members.length === 1 ? members[0] : joined(members),
  );
}

function joined(unsorted: readonly Deployment[]): Deployment {
  const members = [...unsorted].sort(
    (a, b) =>
      Date.parse(a.startedAt) - Date.parse(b.startedAt) ||
      (a.id < b.id ? -1 : 1),
  );
  const [first] = members;
  const name = WORST.find(verdict =>
    members.some(member => member.verdict.name === verdict),
  );
  const worst = members.find(member => member.verdict.name === name) ?? first;
  const failed = members.filter(({ verdict }) => verdict.name === 'failed');
  const isOver = failed.every(({ recoveredAt }) => recoveredAt !== undefined);
  return {
    ...first,
    state: members.some(({ state }) => state === 'succeeded')
      ? 'succeeded'
      : first.state,
    finishedAt: earliest(
      members.map(({ finishedAt }) => finishedAt),
      first.type === 'rollback' ? -1 : 0,
    ),
    unplanned: members.some(({ unplanned }) => unplanned),
    verdict: worst.verdict,
    evidence: members.flatMap(({ evidence }) => evidence),
    changes: changesOf(members),
    remediates: members.find(({ remediates }) => remediates)?.remediates,
    impactFrom: earliest(failed.map(({ impactFrom }) => impactFrom)),
    detectedAt: earliest(failed.map(({ detectedAt }) => detectedAt)),
    recoveredAt: isOver
      ? earliest(
          failed.map(({ recoveredAt }) => recoveredAt),
          -1,
        )
      : undefined,
  };
}

/** A change that went to several services took until the last of them. */
function changesOf(members: readonly Deployment[]): ShippedChange[] {
  const bySha = new Map<string, ShippedChange>();
  for (const change of members.flatMap(({ changes }) => changes)) {
    const known = bySha.get(change.sha);
    const isLonger =
      (change.leadSeconds ?? -1) > (known?.leadSeconds ?? -1) || !known;
    if (isLonger) {
      bySha.set(change.sha, change);
    }
  }
  return [...bySha.values()];
}

function earliest(
  instants: Array<string | undefined>,
  index = 0,
): string | undefined {
  return instants
    .filter(instant => instant !== undefined)
    .sort()
    .at(index);
}
