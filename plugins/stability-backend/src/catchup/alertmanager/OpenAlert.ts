import type { IncidentObservation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
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

/** Ids of one statement: far below the parameter limits of both databases. */
const CHUNK = 200;

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
  const { client } = database;
  // an end is found by the primary key: what is over is not even read
  const triggered: Array<Pick<Row, 'id' | 'content'>> = await client(
    'stability_observation as began',
  )
    .select('began.id', 'began.content')
    .where('began.kind', 'incident')
    .where('began.at', '>', now - OLDEST_MS)
    .where('began.id', 'like', `alertmanager:%${TRIGGERED}`)
    .whereNotExists(
      client('stability_observation as ended').whereRaw(
        `ended.id = substr(began.id, 1, length(began.id) - ?) || ':resolved'`,
        [TRIGGERED.length],
      ),
    );
  const later = await readLater(client, triggered.map(occurrenceOf));
  return triggered
    .filter(row => isOpen(occurrenceOf(row), later))
    .flatMap(({ content }) => {
      const began: IncidentObservation = JSON.parse(content);
      const { part, startedAt } = began;
      return part && startedAt
        ? [
            {
              triggered: began,
              fingerprint: part,
              startsAt: Date.parse(startedAt),
            },
          ]
        : [];
    });
}

/** What was concluded about occurrences, and heard of them since, by id. */
async function readLater(
  client: Knex,
  occurrences: readonly string[],
): Promise<Map<string, number>> {
  const later = new Map<string, number>();
  for (let start = 0; start < occurrences.length; start += CHUNK) {
    const ids = occurrences
      .slice(start, start + CHUNK)
      .flatMap(name => [`${name}:presumed`, `${name}:heard`]);
    const rows: Array<Pick<Row, 'id' | 'at'>> = await client(
      'stability_observation',
    )
      .select('id', 'at')
      .whereIn('id', ids);
    rows.forEach(({ id, at }) => later.set(id, Number(at)));
  }
  return later;
}

function occurrenceOf({ id }: Pick<Row, 'id'>): string {
  return id.slice(0, -TRIGGERED.length);
}

/** What was concluded counts until the alert is heard of again. */
function isOpen(
  occurrence: string,
  later: ReadonlyMap<string, number>,
): boolean {
  const presumedAt = later.get(`${occurrence}:presumed`);
  const heardAt = later.get(`${occurrence}:heard`);
  return (
    presumedAt === undefined || (heardAt !== undefined && heardAt > presumedAt)
  );
}
