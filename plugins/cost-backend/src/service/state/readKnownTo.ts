import { addDays, monthOf } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { BillState } from './BillState';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** A bill that has not come for so long is awaited no more, in days. */
const AWAITED_DAYS = 62;

/**
 * What is charged once a month is looked for in the days up to a source's end,
 * so many.
 */
const MONTH_DAYS = 31;

/**
 * The last days of which the costs of services are known, where a source that
 * names them is behind the others: what it charges after its end is not 0, it
 * is not known. Parts of shared pools do not count: they come to everybody, and
 * one late source would take the running month from all services.
 *
 * @returns by ref; services whose sources are all there are in no entry
 */
export async function readKnownTo(options: {
  client: Knex;
  entityRefs: readonly string[];
  state: Pick<BillState, 'completeTo' | 'sources'>;
}): Promise<Map<string, string>> {
  const { client, entityRefs, state } = options;
  const ends = endsOfLate(state);
  const knownTo = new Map<string, string>();
  if (ends.size === 0) {
    return knownTo;
  }
  const sinceOf = (end: string) => monthOf(addDays(end, -MONTH_DAYS));
  const since = [...ends.values()].map(sinceOf).sort()[0];
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const rows: Array<Record<'entity_ref' | 'source' | 'month', string>> =
      await client('cost_service_source')
        .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
        .whereIn('source', [...ends.keys()])
        .where('billing_month', '>=', since)
        .groupBy('entity_ref', 'source')
        .select('entity_ref', 'source')
        .max({ month: 'billing_month' });
    for (const { entity_ref: ref, source, month } of rows) {
      const end = ends.get(source);
      const known = knownTo.get(ref);
      if (end && month >= sinceOf(end) && (!known || end < known)) {
        knownTo.set(ref, end);
      }
    }
  }
  return knownTo;
}

/** The day up to which the costs of all of some services are known. */
export function earliestOf(
  knownTo: ReadonlyMap<string, string>,
): string | undefined {
  return [...knownTo.values()].sort()[0];
}

/** Last days of sources that are behind what answers go to, by name. */
function endsOfLate(
  state: Pick<BillState, 'completeTo' | 'sources'>,
): Map<string, string> {
  const { completeTo, sources } = state;
  return new Map(
    sources.flatMap(({ name, completeTo: end }) =>
      completeTo &&
      end &&
      end < completeTo &&
      end >= addDays(completeTo, -AWAITED_DAYS)
        ? [[name, end]]
        : [],
    ),
  );
}
