import type { StabilityDatabase } from '../../database/StabilityDatabase';
import type { PollTask } from '../PollTask';
import { lastHeardOf } from './lastHeardOf';
import { listeningSince } from './listeningSince';
import { presumedEnd, ALERTMANAGER_CHECK } from './presumedEnd';
import type { AlertmanagerApi } from './AlertmanagerApi';
import { type OpenAlert, readOpenAlerts } from './OpenAlert';

const EVERY_SECONDS = 60;

/**
 * An end is told up to a `group_interval` later, and told again while the
 * portal is away: so long it is waited for, milliseconds.
 */
const GRACE_MS = 15 * 60_000;

/**
 * Finds alerts whose end was never told: Alertmanager tells it once, and not at
 * all to whom it was silenced, truncated or restarted.
 *
 * With an API that is asked, an alert that no Alertmanager knows any more for a
 * quarter of an hour has ended. Without one, what was not repeated for twice
 * the repeat interval has; while the portal was away it could not hear, and that
 * time does not count.
 */
export function alertmanagerCheck(options: {
  database: StabilityDatabase;
  apis: AlertmanagerApi[];
  /** Milliseconds. */
  repeatIntervalMs: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}): PollTask {
  const { database, apis, repeatIntervalMs, now = Date.now } = options;
  return {
    name: ALERTMANAGER_CHECK,
    everySeconds: EVERY_SECONDS,
    run: async ({ state, signal }) => {
      const open = await readOpenAlerts({ database, now: now() });
      if (apis.length > 0) {
        const missing = missingSince(state);
        const { ended, still } = await askApis({
          open,
          apis,
          missing,
          now: now(),
          signal,
        });
        return { deliveries: ended, state: JSON.stringify([...still]) };
      }
      const listening = listeningSince({ state, now: now() });
      const since = now() - 2 * repeatIntervalMs;
      const old =
        listening.since <= since
          ? open.filter(({ startsAt }) => startsAt < since)
          : [];
      const heard = await lastHeardOf({ database, alerts: old, since });
      return {
        deliveries: old
          .filter(alert => !heard.has(keyOf(alert)))
          .map(alert => presumedEnd({ alert, at: now() })),
        state: JSON.stringify(listening),
      };
    },
  };
}

/** When each alert was first found missing, Unix milliseconds. */
async function askApis(options: {
  open: OpenAlert[];
  apis: AlertmanagerApi[];
  missing: Map<string, number>;
  now: number;
  signal: AbortSignal;
}) {
  const { open, apis, missing, now, signal } = options;
  // if one of them does not answer, nothing can be concluded
  const answers =
    open.length > 0
      ? await Promise.all(apis.map(api => api.firing(signal)))
      : [];
  const gone = open.filter(
    alert => !answers.some(firing => firing.has(keyOf(alert))),
  );
  const still = new Map(
    gone.map(alert => [keyOf(alert), missing.get(keyOf(alert)) ?? now]),
  );
  const ended = gone.flatMap(alert => {
    const at = still.get(keyOf(alert)) ?? now;
    return now - at >= GRACE_MS ? [presumedEnd({ alert, at })] : [];
  });
  return { ended, still };
}

/** @param state - of a check that asked; another one left something else */
function missingSince(state: string | undefined): Map<string, number> {
  const known: unknown = state && JSON.parse(state);
  return new Map(Array.isArray(known) ? known : []);
}

function keyOf({ fingerprint, startsAt }: OpenAlert): string {
  return `${fingerprint}:${startsAt}`;
}
