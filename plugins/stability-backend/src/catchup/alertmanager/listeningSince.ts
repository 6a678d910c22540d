import { z } from 'zod';

/** Checks come every minute; after this long the portal was away, milliseconds. */
const AWAY_MS = 10 * 60_000;

const listening = z.object({ since: z.number(), until: z.number() });

/** The stretch in which the portal could hear, Unix milliseconds. */
export type Listening = z.output<typeof listening>;

/**
 * Since when the portal has been there to hear notifications, as far as this
 * check can tell by having run.
 *
 * @param options.state - what it said the last time, as JSON
 * @param options.now - Unix milliseconds
 */
export function listeningSince(options: {
  state: string | undefined;
  now: number;
}): Listening {
  const { state, now } = options;
  const { data: known } = listening.safeParse(state && JSON.parse(state));
  const isUnbroken = known !== undefined && now - known.until <= AWAY_MS;
  return { since: isUnbroken ? known.since : now, until: now };
}
