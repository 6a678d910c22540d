import type {
  IdentityHint,
  Observation,
} from '@plimsoll/plugin-stability-common';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import type { Knex } from 'knex';
import type {
  IdentityAnswer,
  IdentityResolver,
} from '../identity/IdentityResolver';
import type { Withdrawn } from '../observations/withdraw';
import { followSameAs } from './followSameAs';
import type { InboxOutcome } from './InboxOutcome';
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
  const questions = deliveries.flatMap(delivery =>
    draftsOf(delivery).map(draft => ({
      source: delivery.row.source,
      hints: draft.identity,
    })),
  );
  const named =
    questions.length > 0 ? await resolver.resolveMany({ questions, trx }) : [];
  const answered = await followSameAs({
    trx,
    answered: deliveries
      .flatMap(draftsOf)
      .map((draft, index) => ({ draft, answer: named[index] })),
  });
  const answers = answered.map(({ answer }) => answer);
  const observations: Observation[] = [];
  const withdrawn: Withdrawn[] = [];
  const outcomes: InboxOutcome[] = [];
  let next = 0;
  for (const delivery of deliveries) {
    const drafts = draftsOf(delivery);
    const found = answers.slice(next, next + drafts.length);
    next += drafts.length;
    drafts.forEach((draft, index) =>
      observations.push(...observationsOf(draft, found[index].entityRefs)),
    );
    drafts.forEach((draft, index) =>
      withdrawn.push(...withdrawnOf(delivery, draft, found[index].entityRefs)),
    );
    outcomes.push(outcomeOf(delivery, found, now));
  }
  return { observations, withdrawn, outcomes };
}

/** Where nobody is found now, what was found before stays. */
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
  answers: IdentityAnswer[],
  now: number,
): InboxOutcome {
  const { id } = delivery.row;
  if ('refused' in delivery) {
    const { summary } = delivery.row;
    return { id, ...delivery.refused, summary, identity: [], entityRefs: [] };
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
    error: lost.length > 0 ? reasonOf(lost) : notice,
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
  answers: IdentityAnswer[],
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

function reasonOf(lost: IdentityAnswer[]): string {
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
