import type { Knex } from 'knex';
import type { CostRange } from '../range/CostRange';
import { addDays } from '@plimsoll/plugin-cost-common';
import { basisOf, type DailyCost } from './readDailyCosts';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * Days before the end of a range in which a bill must name a service: what is
 * charged once a month is not unknown in the weeks between.
 */
const MONTH_DAYS = 31;

/** Bases are kept as JSON, and this is how a part of a shared pool begins. */
const POOL_SHARES = '{"by":"shared"%';

/** The days in which a service must be named to have a cost of its own. */
export function namedWithin(range: Pick<CostRange, 'from' | 'to'>): {
  from: string;
  to: string;
} {
  const { from, to } = range;
  const month = addDays(to, -MONTH_DAYS);
  return { from: month < from ? month : from, to };
}

/**
 * Whether a cost is what the bill says of a service: by its tags, its resources,
 * its pods, a rule. Parts of pools come to everybody, also to services that
 * nothing on the bill knows.
 */
export function isNamed(cost: Pick<DailyCost, 'basis'>): boolean {
  return basisOf(cost).by !== 'shared';
}

/** Those of some currencies in which a bill names one of some services. */
export async function namedCurrencies(options: {
  client: Knex;
  entityRefs: readonly string[];
  currencies: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<string[]> {
  const { currencies, from, to } = options;
  const named: string[] = [];
  for (const currency of currencies) {
    for (const rows of namedRows(options)) {
      const row = await rows
        .where({ currency })
        .where('day', '>=', from)
        .where('day', '<', to)
        .first('day');
      if (row) {
        named.push(currency);
        break;
      }
    }
  }
  return named;
}

/** The last day on which a bill named one of some services, in any currency. */
export async function lastNamedDay(options: {
  client: Knex;
  entityRefs: readonly string[];
  /** Exclusive. */
  before: string;
}): Promise<string | undefined> {
  const days: string[] = [];
  for (const rows of namedRows(options)) {
    const row = await rows
      .where('day', '<', options.before)
      .max({ day: 'day' })
      .first();
    days.push(...(row?.day ? [row.day] : []));
  }
  return days.sort().at(-1);
}

function* namedRows(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Generator<Knex.QueryBuilder> {
  const { client, entityRefs } = options;
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    yield client('cost_daily')
      .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
      .whereNot('basis', 'like', POOL_SHARES);
  }
}
