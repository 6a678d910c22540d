import type {
  IdentityHint,
  Observation,
} from '@plimsoll/plugin-stability-common';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import type { Knex } from 'knex';
import type { IdentityResolver } from '../identity/IdentityResolver';
import type { Withdrawn } from '../observations/withdraw';
import { followSameAs } from './followSameAs';
import type { InboxOutcome } from './InboxOutcome';
import { keepApplied, type KeptAnswer } from './keepApplied';
import type { ReadDelivery } from './readDelivery';

/** More lists of names would not help who looks for the right one. */
const MOST_IDENTITIES = 50;

/** What is about the same as something else waits for that, milliseconds. */
const WAIT_MS = 20_000;
const MOST_WAITS = 3;

/**
 * Finds out which services deliveries are about, and what that means for the
 * facts and for each delivery. Reads through the caller's transaction, writes
 * nothing.
 */
export async function applyDeliveries(options: {
  trx: Knex;
  deliveries: ReadDelivery[];
  resolver: IdentityResolver;
  /** Unix milliseconds. */
  now: number;
}): Promise<{
  observations: Observation[];
  /** What an earlier reading took to be about other services. */
  withdrawn: Withdrawn[];
  outcomes: InboxOutcome[];
}> {
  const { trx, deliveries, resolver, now } = options;
  const drafts = deliveries.flatMap(delivery =>
    draftsOf(delivery).map(draft => ({ row: delivery.row, draft })),
  );
  const named =
    drafts.length === 0
      ? []
      : await resolver.resolveMany({
          questions: drafts.map(({ row, draft }) => ({
            source: row.source,
            hints: draft.identity,
          })),
          trx,
        });
  const followed = await followSameAs({
    trx,
    answered: drafts.map(({ draft }, index) => ({
      draft,
      answer: named[index],
    })),
  });
  const answers = await keepApplied({
    trx,
    delivered: drafts.map(({ row }, index) => ({ row, ...followed[index] })),
  });
  const observations: Observation[] = [];
  const withdrawn: Withdrawn[] = [];
  const outcomes: InboxOutcome[] = [];
  let next = 0;
  for (const delivery of deliveries) {
    const own = draftsOf(delivery);
    const found = answers.slice(next, next + own.length);
    next += own.length;
    own.forEach((draft, index) => {
      const { entityRefs } = found[index];
      observations.push(...observationsOf(draft, entityRefs));
      withdrawn.push(...withdrawnOf(delivery, draft, entityRefs));
    });
    outcomes.push(outcomeOf(delivery, found, now));
  }
  return { observations, withdrawn, outcomes };
}

/** What an earlier reading wrote for services that it is not about. */
function withdrawnOf(
  delivery: ReadDelivery,
  draft: ObservationDraft,
  entityRefs: string[],
): Withdrawn[] {
  const before: string[] = JSON.parse(delivery.row.entity_refs);
  const gone = before.filter(ref => !entityRefs.includes(ref));
  if (entityRefs.length === 0 || gone.length === 0) {
    return [];
  }
  const isMoved = draft.kind === 'incident' && draft.movable === true;
  return [
    {
      id: draft.id,
      entityRefs: gone,
      ...(isMoved && { incidentKey: draft.incidentKey }),
    },
  ];
}

function draftsOf(delivery: ReadDelivery): ObservationDraft[] {
  return 'parsed' in delivery ? delivery.parsed.drafts : [];
}

/** One observation a service; an incident knows whose it is where that matters. */
function observationsOf(
  draft: ObservationDraft,
  entityRefs: string[],
): Observation[] {
  const { identity: _, sameAs: __, ...rest } = draft;
  const affects =
    rest.kind === 'incident' && (entityRefs.length > 1 || rest.movable)
      ? { affects: entityRefs }
      : {};
  return entityRefs.map(
    entityRef => ({ ...rest, ...affects, entityRef } as Observation),
  );
}

function outcomeOf(
  delivery: ReadDelivery,
  answers: KeptAnswer[],
  now: number,
): InboxOutcome {
  const { id } = delivery.row;
  if ('refused' in delivery) {
    // what was read of it before is kept, so it still says whose it is
    const { summary, entity_refs: before } = delivery.row;
    const entityRefs: string[] = JSON.parse(before);
    return { id, ...delivery.refused, summary, identity: [], entityRefs };
  }
  const { summary, occurredAt, drafts, notice } = delivery.parsed;
  const about = { id, summary, occurredAt };
  if (drafts.length === 0) {
    return {
      ...about,
      state: 'ignored',
      error: notice,
      identity: [],
      entityRefs: [],
    };
  }
  const lost = answers.filter(({ entityRefs }) => entityRefs.length === 0);
  return {
    ...about,
    ...stateOf(delivery, answers, now),
    error: lost.length > 0 ? reasonOf(lost) : keptBecause(answers) ?? notice,
    // those that nobody was found for, so that a rule can be tried on them
    identity: distinct(
      drafts
        .filter(
          (_, index) =>
            lost.length === 0 || answers[index].entityRefs.length === 0,
        )
        .map(draft => draft.identity),
    ),
    entityRefs: [
      ...new Set(answers.flatMap(({ entityRefs }) => entityRefs)),
    ].sort(),
  };
}

/** Two events of one happening come at about the same time, in any order. */
function stateOf(
  delivery: ReadDelivery,
  answers: KeptAnswer[],
  now: number,
): Pick<InboxOutcome, 'state' | 'nextAttemptAt'> {
  const lost = draftsOf(delivery).filter(
    (_, index) => answers[index].entityRefs.length === 0,
  );
  if (lost.length === 0) {
    return { state: 'done' };
  }
  const mayFollow = lost.every(({ sameAs }) => sameAs !== undefined);
  return mayFollow && delivery.row.attempts < MOST_WAITS
    ? { state: 'waiting', nextAttemptAt: now + WAIT_MS }
    : { state: 'unmatched' };
}

/** Why it is still with its service, where nobody would be found today. */
function keptBecause(answers: KeptAnswer[]): string | undefined {
  const kept = answers.filter(({ isKept }) => isKept);
  const refs = [...new Set(kept.flatMap(({ entityRefs }) => entityRefs))];
  return kept.length === 0
    ? undefined
    : `It stays with ${refs
        .sort()
        .join(', ')}, which it was applied to before. ${reasonOf(kept)}`;
}

function reasonOf(lost: KeptAnswer[]): string {
  const reasons = lost.flatMap(({ reason }) => reason ?? []);
  return [...new Set(reasons)].join(' ') || 'No service has any of these names';
}

function distinct(identities: IdentityHint[][]): IdentityHint[][] {
  return [
    ...new Map(
      identities.map(identity => [JSON.stringify(identity), identity]),
    ).values(),
  ].slice(0, MOST_IDENTITIES);
}
