import type { IncidentObservation } from '@plimsoll/plugin-stability-common';
import type { StabilityDatabase } from '../../database/StabilityDatabase';

/** One occurrence of an alert, of which no end was told or concluded. */
export interface OpenAlert {
  /** What was told when it began. */
  triggered: IncidentObservation;
  fingerprint: string;
  /** Unix milliseconds. */
  startsAt: number;
}

/** Nobody waits for the end of what began earlier, milliseconds. */
const OLDEST_MS = 60 * 86_400_000;

/**
 * Occurrences that still fire as far as we were told.
 *
 * @param options.now - Unix milliseconds
 */
export async function readOpenAlerts(options: {
  database: StabilityDatabase;
  now: number;
}): Promise<OpenAlert[]> {
  const { database, now } = options;
  const rows: Array<{ id: string; content: string }> = await database
    .client('stability_observation')
    .select('id', 'content')
    .where({ kind: 'incident' })
    .where('at', '>', now - OLDEST_MS)
    .where('id', 'like', 'alertmanager:%');
  const ended = new Set(
    rows
      .filter(({ id }) => !id.endsWith(':triggered'))
      .map(({ id }) => id.slice(0, id.lastIndexOf(':'))),
  );
  return rows
    .filter(
      ({ id }) =>
        id.endsWith(':triggered') &&
        !ended.has(id.slice(0, id.lastIndexOf(':'))),
    )
    .flatMap(({ content }) => {
      const triggered: IncidentObservation = JSON.parse(content);
      const { part, startedAt } = triggered;
      return part && startedAt
        ? [{ triggered, fingerprint: part, startsAt: Date.parse(startedAt) }]
        : [];
    });
}
