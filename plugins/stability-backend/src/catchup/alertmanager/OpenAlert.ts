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

interface Row {
  id: string;
  /** Unix milliseconds; a text on PostgreSQL. */
  at: number | string;
  content: string;
}

const TRIGGERED = ':triggered';

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
  const rows: Row[] = await database
    .client('stability_observation')
    .select('id', 'at', 'content')
    .where({ kind: 'incident' })
    .where('at', '>', now - OLDEST_MS)
    .where('id', 'like', 'alertmanager:%');
  const steps = new Map(rows.map(row => [row.id, row]));
  return rows
    .filter(({ id }) => id.endsWith(TRIGGERED) && isOpen(id, steps))
    .flatMap(({ content }) => {
      const triggered: IncidentObservation = JSON.parse(content);
      const { part, startedAt } = triggered;
      return part && startedAt
        ? [{ triggered, fingerprint: part, startsAt: Date.parse(startedAt) }]
        : [];
    });
}

/** What was concluded counts until the alert is heard of again. */
function isOpen(triggered: string, steps: ReadonlyMap<string, Row>): boolean {
  const occurrence = triggered.slice(0, -TRIGGERED.length);
  const at = (step: string) => Number(steps.get(`${occurrence}:${step}`)?.at);
  const presumedAt = at('presumed');
  return (
    !steps.has(`${occurrence}:resolved`) &&
    (Number.isNaN(presumedAt) || at('heard') > presumedAt)
  );
}
