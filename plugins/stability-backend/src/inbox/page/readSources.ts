import type { InboxPage } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { countedSince } from '../../doors/doorDays';

/** A source that the page mentions even before it was heard of. */
export interface KnownSource {
  source: string;
  configured: boolean;
}

/** A row of `stability_door`, as far as it is read. */
interface DoorRow {
  source: string;
  last_received_at: number | string | null;
  last_rejected_at: number | string | null;
}

interface Recent {
  heard: number;
  refused: number;
  refusedBecause?: string;
}

/**
 * What each source delivered last, and what it delivered and was refused of
 * late. The inbox itself says what came last: the book of doors is written now
 * and then, and a process that is killed takes its last lines along.
 *
 * @param options.now - Unix milliseconds
 */
export async function readSources(options: {
  client: Knex;
  sources: readonly KnownSource[];
  now: number;
}): Promise<InboxPage['sources']> {
  const { client, sources, now } = options;
  const since = countedSince(now);
  const [doors, recent, taken] = await Promise.all([
    client<DoorRow>('stability_door').select('*'),
    readRecent(client, since),
    readLastTaken(client, sources),
  ]);
  const doorOf = new Map(doors.map(row => [row.source, row]));
  return sources.map(({ source, configured }) => {
    const door = doorOf.get(source);
    const lately = recent.get(source);
    const last = Math.max(
      Number(door?.last_received_at ?? 0),
      taken.get(source) ?? 0,
    );
    return {
      source,
      configured,
      lastReceivedAt: last > 0 ? new Date(last).toISOString() : undefined,
      recent: lately && {
        since: `${since}T00:00:00.000Z`,
        heard: lately.heard,
        refused: lately.refused,
        lastRefusal:
          lately.refusedBecause === undefined
            ? undefined
            : {
                at: new Date(Number(door?.last_rejected_at)).toISOString(),
                because: lately.refusedBecause,
              },
      },
    };
  });
}

async function readRecent(
  client: Knex,
  since: string,
): Promise<Map<string, Recent>> {
  const days: Array<{
    source: string;
    heard: number | string;
    refused: number | string;
    refused_because: string | null;
  }> = await client('stability_door_day')
    .where('day', '>=', since)
    .orderBy('day');
  const recent = new Map<string, Recent>();
  for (const day of days) {
    const known = recent.get(day.source) ?? { heard: 0, refused: 0 };
    recent.set(day.source, {
      heard: known.heard + Number(day.heard),
      refused: known.refused + Number(day.refused),
      refusedBecause: day.refused_because ?? known.refusedBecause,
    });
  }
  return recent;
}

/** When the newest delivery of each source was taken in, Unix milliseconds. */
async function readLastTaken(
  client: Knex,
  sources: readonly KnownSource[],
): Promise<Map<string, number>> {
  if (sources.length === 0) {
    return new Map();
  }
  // a short walk along the index of each, in one statement
  const [row] = await client.select(
    ...sources.map(({ source }, index) =>
      client('stability_inbox')
        .select('received_at')
        .where({ source })
        .orderBy('id', 'desc')
        .limit(1)
        .as(`taken_${index}`),
    ),
  );
  return new Map(
    sources.map(({ source }, index) => [
      source,
      Number(row[`taken_${index}`] ?? 0),
    ]),
  );
}
