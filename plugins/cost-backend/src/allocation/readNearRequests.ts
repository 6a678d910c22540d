import {
  monthOf,
  nextMonthOf,
  type ServiceVolume,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { monthsBetween } from './monthsBetween';
import { readRequests } from './readRequests';
import type { RequestGroup } from './requestGroups';

/** Refs per statement: some milliseconds of SQLite. */
const CHUNK = 200;

/** Days next to a stretch on which there were requests. */
interface Edges {
  /** The last before it. */
  before?: string;
  /** The first after it. */
  after?: string;
}

/** @see readNearRequests */
interface NearRequestsOptions {
  trx: Knex;
  /** First day of the month from which distances are measured. */
  billingMonth: string;
  groups: readonly RequestGroup[];
  known: readonly ServiceVolume[];
  from: string;
  /** Exclusive. */
  to: string;
  pace: Pace;
}

/**
 * Reads the requests of the months nearest to a bill's, for those who share
 * something by requests and had none in a stretch of days. Requests are counted
 * from some day on, and bills are older.
 *
 * @param options.known - of the stretch itself
 */
export async function readNearRequests(
  options: NearRequestsOptions,
): Promise<ServiceVolume[]> {
  const { billingMonth, known, from, to } = options;
  const counted = new Set(
    known.filter(({ volume }) => volume > 0).map(({ entityRef }) => entityRef),
  );
  const unknown = options.groups.filter(({ refs }) =>
    refs ? !refs.some(ref => counted.has(ref)) : counted.size === 0,
  );
  const edges = await readEdges({ ...options, groups: unknown });
  const months = new Set(
    unknown.flatMap(({ refs }) => {
      const month = nearestMonth({ billingMonth, edges, refs });
      return month ? [month] : [];
    }),
  );
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

/** The edges of each service of the groups, by ref; of all that there are, by ''. */
async function readEdges(
  options: NearRequestsOptions,
): Promise<Map<string, Edges>> {
  const { trx, groups, from, to, pace } = options;
  const edges = new Map<string, Edges>();
  const counted = () =>
    trx('cost_volume').where('unit', 'requests').where('volume', '>', 0);
  if (groups.some(({ refs }) => refs === undefined)) {
    const before = await counted()
      .where('day', '<', from)
      .orderBy('day', 'desc')
      .first('day');
    const after = await counted()
      .where('day', '>=', to)
      .orderBy('day')
      .first('day');
    edges.set('', { before: before?.day, after: after?.day });
  }
  const refs = [...new Set(groups.flatMap(({ refs: some = [] }) => some))];
  for (let start = 0; start < refs.length; start += CHUNK) {
    const rows: Array<
      { entity_ref: string } & Record<'before' | 'after', string | null>
    > = await counted()
      .whereIn('entity_ref', refs.slice(start, start + CHUNK))
      .groupBy('entity_ref')
      .select(
        'entity_ref',
        trx.raw('max(case when day < ? then day end) as ??', [from, 'before']),
        trx.raw('min(case when day >= ? then day end) as ??', [to, 'after']),
      );
    for (const { entity_ref: ref, before, after } of rows) {
      edges.set(ref, {
        before: before ?? undefined,
        after: after ?? undefined,
      });
    }
    await pace.rest();
  }
  return edges;
}

/** The month next to a bill's in which some services had requests. */
function nearestMonth(options: {
  billingMonth: string;
  edges: ReadonlyMap<string, Edges>;
  /** Whose; anybody's without it. */
  refs: readonly string[] | undefined;
}): string | undefined {
  const { billingMonth, edges, refs = [''] } = options;
  const own = refs.flatMap(ref => edges.get(ref) ?? []);
  const before = own
    .flatMap(({ before: day }) => day ?? [])
    .sort()
    .at(-1);
  const [after] = own.flatMap(({ after: day }) => day ?? []).sort();
  if (!before || !after) {
    const day = before ?? after;
    return day && monthOf(day);
  }
  // the earlier of two that are as near, as the allocation has it
  return monthsBetween(before, billingMonth) <=
    monthsBetween(after, billingMonth)
    ? monthOf(before)
    : monthOf(after);
}
