import type { StabilityDatabase } from '../../database/StabilityDatabase';
import type { InboxDelivery } from '../../inbox/Inbox';
import type { InboxRow } from '../../inbox/InboxRow';
import { GITHUB_EVENTS } from '../../senders/github/GithubSender';
import type { PollTask } from '../PollTask';
import type { AppDeliveries, AppDelivery } from './AppDeliveries';

const EVERY_SECONDS = 300;
/** GitHub keeps deliveries for three days. */
const KEPT_MS = 3 * 86_400_000;
/** The list trails what happens; what is known already is not fetched again. */
const OVERLAP_MS = 15 * 60_000;
/** Of the list, per call: 5,000 tries. */
const PAGES = 50;
/** Payloads that are fetched per call; the next one goes on from there. */
const MOST = 200;

/**
 * Looks through what GitHub tried to deliver for what never came in: GitHub
 * itself never tries again.
 */
export function githubCatchUp(options: {
  database: StabilityDatabase;
  deliveries: AppDeliveries;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}): PollTask {
  const { database, deliveries, now = Date.now } = options;
  return {
    name: 'github-deliveries',
    everySeconds: EVERY_SECONDS,
    run: async ({ state, signal }) => {
      const seenUpTo = state ? Date.parse(state) : now() - KEPT_MS;
      const tries = await deliveries.list({
        since: Math.max(seenUpTo - OVERLAP_MS, now() - KEPT_MS),
        pages: PAGES,
        signal,
      });
      const missing = await missingOf(database, tries);
      const fetched: InboxDelivery[] = [];
      for (const { id, guid, event } of missing.slice(0, MOST)) {
        fetched.push({
          source: 'github',
          deliveryKey: guid,
          body: await deliveries.payloadOf(id, signal),
          headers: { 'x-github-event': event, 'x-github-delivery': guid },
        });
      }
      // what is left over is found again from here
      const upTo =
        missing[MOST]?.delivered_at ?? tries.at(-1)?.delivered_at ?? state;
      return { deliveries: fetched, state: upTo };
    },
  };
}

/** Each event once, of those that we read and the inbox does not know. */
async function missingOf(
  database: StabilityDatabase,
  tries: AppDelivery[],
): Promise<AppDelivery[]> {
  const wanted = new Map(
    tries
      .filter(({ event }) => GITHUB_EVENTS.includes(event))
      .map(one => [one.guid, one]),
  );
  const guids = [...wanted.keys()];
  for (let start = 0; start < guids.length; start += 500) {
    const known = await database
      .client<InboxRow>('stability_inbox')
      .where({ source: 'github' })
      .whereIn('delivery_key', guids.slice(start, start + 500))
      .select('delivery_key');
    known.forEach(row => wanted.delete(row.delivery_key));
  }
  return [...wanted.values()];
}
