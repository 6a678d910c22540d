import { isError } from '@backstage/errors';
import type { StabilityDatabase } from '../../database/StabilityDatabase';
import type { InboxDelivery } from '../../inbox/Inbox';
import type { InboxRow } from '../../inbox/InboxRow';
import { GITHUB_EVENTS } from '../../senders/github/GithubSender';
import type { PollTask } from '../PollTask';
import type { AppDeliveries, AppDelivery } from './AppDeliveries';
import {
  type CatchUpState,
  readCatchUpState,
  writeCatchUpState,
} from './CatchUpState';

const EVERY_SECONDS = 300;
/** GitHub keeps deliveries for three days. */
const KEPT_MS = 3 * 86_400_000;
/** The list trails what happens; what is known already is not fetched again. */
const OVERLAP_MS = 15 * 60_000;
/** Well before the lease of the poll ends, milliseconds. */
const PATIENCE_MS = 40_000;
/** Payloads that are fetched per call, so that they fit into memory. */
const MOST = 200;

/** @see githubCatchUp */
export interface GithubCatchUpOptions {
  database: StabilityDatabase;
  deliveries: Pick<AppDeliveries, 'page' | 'payloadOf'>;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Looks through what GitHub tried to deliver for what never came in: GitHub
 * itself never tries again. However long the list is, each call goes on where
 * the one before stopped, until it has come to where the last look began.
 */
export function githubCatchUp(options: GithubCatchUpOptions): PollTask {
  const { now = Date.now } = options;
  return {
    name: 'github-deliveries',
    everySeconds: EVERY_SECONDS,
    run: async ({ state, signal }) => {
      const begun = readCatchUpState(state) ?? { seenUpTo: now() - KEPT_MS };
      const found = await lookBack({ ...options, begun, signal });
      return {
        deliveries: found.deliveries,
        state: writeCatchUpState(found.state),
      };
    },
  };
}

/** Page by page into the past, as far as time and room allow. */
async function lookBack(
  options: GithubCatchUpOptions & {
    begun: CatchUpState;
    signal: AbortSignal;
  },
): Promise<{ deliveries: InboxDelivery[]; state: CatchUpState }> {
  const { deliveries: github, begun, signal, now = Date.now } = options;
  const { seenUpTo } = begun;
  const end = Math.max(seenUpTo - OVERLAP_MS, now() - KEPT_MS);
  const deadline = now() + PATIENCE_MS;
  const found = new Map<string, InboxDelivery>();
  let { look } = begun;
  const stopped = () => ({
    deliveries: [...found.values()],
    state: { seenUpTo, ...(look && { look }) },
  });
  for (;;) {
    const cursor = look?.cursor;
    const page = await github
      .page({ cursor, signal })
      .catch(error => lostPlace(error, cursor));
    if (page === undefined) {
      // the list has no such place any more: the next call begins anew
      return { ...stopped(), state: { seenUpTo } };
    }
    const tries = page.tries.filter(one => Date.parse(one.delivered_at) >= end);
    const newest =
      look?.newest ?? Date.parse(page.tries[0]?.delivered_at ?? '');
    for (const one of await missingOf(options.database, tries)) {
      if (found.has(one.guid)) {
        continue;
      }
      if (now() >= deadline || found.size >= MOST) {
        return stopped();
      }
      const delivery = await fetchOne(github, one, signal).catch(error => {
        if (found.size === 0) {
          throw error;
        }
        return undefined;
      });
      if (delivery === undefined) {
        return stopped();
      }
      found.set(one.guid, delivery);
    }
    const isOver = tries.length < page.tries.length || page.next === undefined;
    if (isOver) {
      look = undefined;
      return {
        deliveries: [...found.values()],
        state: { seenUpTo: Number.isNaN(newest) ? seenUpTo : newest },
      };
    }
    look = { newest, cursor: page.next ?? '' };
    if (now() >= deadline) {
      return stopped();
    }
  }
}

/** @throws the error, unless it says that the cursor is of no use */
function lostPlace(error: unknown, cursor: string | undefined): undefined {
  if (cursor !== undefined && isAbout(error, [400, 404, 422])) {
    return undefined;
  }
  throw error;
}

/** What was delivered; a dead letter where GitHub has it no more. */
async function fetchOne(
  github: Pick<AppDeliveries, 'payloadOf'>,
  { id, guid, event }: AppDelivery,
  signal: AbortSignal,
): Promise<InboxDelivery> {
  const about = {
    source: 'github',
    deliveryKey: guid,
    headers: { 'x-github-event': event, 'x-github-delivery': guid },
  };
  try {
    return { ...about, body: await github.payloadOf(id, signal) };
  } catch (error) {
    if (!isAbout(error, [404, 410, 422]) && !isShape(error)) {
      throw error;
    }
    return {
      ...about,
      body: Buffer.from('{}'),
      deadBecause:
        `GitHub lists the delivery ${guid} (${event}), which never came in, ` +
        `and no longer has what it delivered`,
    };
  }
}

/** Each event once, of those that we read and the inbox does not know. */
async function missingOf(
  database: StabilityDatabase,
  tries: AppDelivery[],
): Promise<AppDelivery[]> {
  const wanted = new Map<string, AppDelivery>();
  for (const one of tries) {
    // the newest try comes first
    if (GITHUB_EVENTS.includes(one.event) && !wanted.has(one.guid)) {
      wanted.set(one.guid, one);
    }
  }
  if (wanted.size > 0) {
    const known = await database
      .client<InboxRow>('stability_inbox')
      .where({ source: 'github' })
      .whereIn('delivery_key', [...wanted.keys()])
      .select('delivery_key');
    known.forEach(row => wanted.delete(row.delivery_key));
  }
  return [...wanted.values()];
}

function isAbout(error: unknown, statuses: readonly number[]): boolean {
  return isError(error) && statuses.includes(Number(error.statusCode));
}

/** It answered, but with something else than a delivery. */
function isShape(error: unknown): boolean {
  return isError(error) && ['ZodError', 'SyntaxError'].includes(error.name);
}
