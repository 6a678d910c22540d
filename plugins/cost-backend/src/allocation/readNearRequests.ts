import {
  monthOf,
  nextMonthOf,
  type ServiceVolume,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { readRequests } from './readRequests';
import type { RequestGroup } from './requestGroups';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * Reads the requests of the months nearest to a stretch of days, for those who
 * share something by requests and had none in it. Requests are counted from
 * some day on, and bills are older.
 *
 * @param options.known - of the stretch itself
 */
export async function readNearRequests(options: {
  trx: Knex;
  groups: readonly RequestGroup[];
  known: readonly ServiceVolume[];
  from: string;
  /** Exclusive. */
  to: string;
  pace: Pace;
}): Promise<ServiceVolume[]> {
  const { known, from, to } = options;
  const counted = new Set(
    known.filter(({ volume }) => volume > 0).map(({ entityRef }) => entityRef),
  );
  const months = new Set<string>();
  for (const { refs } of options.groups) {
    const isKnown = refs
      ? refs.some(ref => counted.has(ref))
      : counted.size > 0;
    if (!isKnown) {
      const month = await nearestMonth({ ...options, refs });
      if (month) {
        months.add(month);
      }
    }
  }
  const volumes: ServiceVolume[] = [];
  for (const month of [...months].sort()) {
    const read = await readRequests({
      ...options,
      from: month,
      to: nextMonthOf(month),
    });
    volumes.push(...read.filter(({ day }) => day < from || day >= to));
  }
  return volumes;
}

/** The month next to a stretch in which some services had requests. */
export async function nearestMonth(options: {
  trx: Knex;
  /** Whose; anybody's without it. */
  refs?: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<string | undefined> {
  const { from, to } = options;
  const before = await lastDay(options, query => query.where('day', '<', from));
  const after = await firstDay(options, query => query.where('day', '>=', to));
  if (!before || !after) {
    const day = before ?? after;
    return day && monthOf(day);
  }
  // the earlier of two that are as near, as the allocation has it
  const distance = monthsBetween(before, from);
  return distance <= monthsBetween(from, after)
    ? monthOf(before)
    : monthOf(after);
}

type Narrow = (query: Knex.QueryBuilder) => Knex.QueryBuilder;
type Counted = { trx: Knex; refs?: readonly string[] };

async function lastDay(counted: Counted, narrow: Narrow) {
  return (await edgeDays(counted, narrow, 'desc')).sort().at(-1);
}

async function firstDay(counted: Counted, narrow: Narrow) {
  return (await edgeDays(counted, narrow, 'asc')).sort()[0];
}

async function edgeDays(
  { trx, refs }: Counted,
  narrow: Narrow,
  order: 'asc' | 'desc',
): Promise<string[]> {
  const days: string[] = [];
  for (let start = 0; start < (refs?.length ?? 1); start += CHUNK) {
    const query = narrow(
      trx('cost_volume').where('unit', 'requests').where('volume', '>', 0),
    );
    if (refs) {
      query.whereIn('entity_ref', refs.slice(start, start + CHUNK));
    }
    const row = await query.orderBy('day', order).first('day');
    days.push(...(row ? [row.day] : []));
  }
  return days;
}

function monthsBetween(one: string, other: string): number {
  const [a, b] = [one, other].map(day => {
    const [year, month] = day.split('-').map(Number);
    return 12 * year + month;
  });
  return b - a;
}
