import { addDays, listDays, monthOf } from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { sumDays, sumMonth } from '../allocation/sumCosts';

/** How much the fleet of a bench has. */
export interface Fleet {
  services: number;
  /** Days that every service has, to yesterday. */
  days: number;
  /** Days that the first services have, to yesterday. */
  longDays: number;
  longServices: number;
}

/**
 * Fills the tables with what services cost, two categories a day, as the
 * allocation would; months before the days that all have, as sums alone.
 */
export async function fillFleet(options: {
  knex: Knex;
  fleet: Fleet;
  /** UTC day. */
  today: string;
}): Promise<void> {
  const { knex, fleet, today } = options;
  const { services, days, longDays, longServices } = fleet;
  const short = listDays(addDays(today, -days), today);
  const long = listDays(addDays(today, -longDays), addDays(today, -days));
  for (const day of short) {
    await insertDay(knex, { day, services });
  }
  for (const day of long) {
    await insertDay(knex, { day, services: longServices });
  }
  const pace = Pace.create();
  const refs = Array.from(
    { length: services },
    (_, index) => `component:default/service-${index}`,
  );
  await sumDays({ trx: knex, days: [...long, ...short], pace });
  for (const month of new Set([...long, ...short].map(monthOf))) {
    await sumMonth({ trx: knex, month, refs, pace });
    if (month < monthOf(short[0])) {
      await insertMonth(knex, { month, first: longServices, services });
    }
  }
  await knex('cost_source').insert({
    name: 'bill',
    type: 'focus',
    kind: 'bill',
    format: 'FOCUS 1.2',
    complete_to: addDays(today, -1),
    read_at: Date.now(),
  });
}

const numbers = (first: number, below: number) =>
  `(with recursive n(i) as (
      select ${first} union all select i + 1 from n where i + 1 < ${below}
    ) select i from n) numbers`;

const KINDS = `(select 'compute' as category, 3 as cents
   union all select 'database', 1) kinds`;

/** From cents a day, by the service's number, so that no two are alike. */
const NANOS = '(100 + i % 997) * cents * cast(1000000 as bigint)';

async function insertDay(
  knex: Knex,
  options: { day: string; services: number },
): Promise<void> {
  const { day, services } = options;
  await knex.raw(
    `insert into cost_daily (entity_ref, billing_month, day, category, kind,
       currency, basis, billed, effective, contracted, list)
     select 'component:default/service-' || i, cast(? as varchar(10)),
       cast(? as varchar(10)), category, 'usage', 'USD',
       '{"by":"direct","name":"tag:service"}', ${NANOS}, ${NANOS}, ${NANOS},
       ${NANOS}
     from ${numbers(0, services)} cross join ${KINDS}`,
    [monthOf(day), day],
  );
}

async function insertMonth(
  knex: Knex,
  options: { month: string; first: number; services: number },
): Promise<void> {
  const { month, first, services } = options;
  const sum = `30 * ${NANOS}`;
  await knex.raw(
    `insert into cost_monthly (entity_ref, pool, month, category, kind,
       currency, billed, effective, contracted, list)
     select 'component:default/service-' || i, '', cast(? as varchar(10)),
       category, 'usage', 'USD', ${sum}, ${sum}, ${sum}, ${sum}
     from ${numbers(first, services)} cross join ${KINDS}`,
    [month],
  );
}
