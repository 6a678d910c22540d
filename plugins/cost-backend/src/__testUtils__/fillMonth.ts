import { listDays, nextMonthOf } from '@plimsoll/plugin-cost-common';
import type { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { CatalogClaims } from '../catalog/CatalogClaims';

/** How large a month's bill is. */
export interface LargeMonth {
  /** First day; has 30 days. */
  month: string;
  services: number;
  /** Charges that each service has a day. */
  charges: number;
  /** Days before it that services have costs of. */
  historyDays: number;
}

const refOf = (i: number) => `component:default/service-${i}`;

const numbers = (count: number) =>
  `(with recursive n(i) as (
      select 0 union all select i + 1 from n where i + 1 < ${count}
    ) select i from n) numbers`;

/** From cents, by the service's number; every fiftieth is dear on the last day. */
const nanos = (day: string, last: string) =>
  `(100 + s.i % 997) * cast(10000000 as bigint) * ${
    day === last ? '(case when s.i % 50 = 0 then 20 else 1 end)' : '1'
  }`;

/**
 * Fills the tables with a large month's bill: services with tags of their own,
 * and a product a day that all of them share.
 */
export async function fillMonth(options: {
  client: Knex;
  services: ServiceIndex;
  size: LargeMonth;
}): Promise<{ lines: number }> {
  const { client, size } = options;
  const refs = Array.from({ length: size.services }, (_, i) => refOf(i));
  await options.services.replaceAll(
    refs.map(entityRef => ({ entityRef, kind: 'component', owners: [] })),
  );
  await CatalogClaims.create({ client }).replaceAll({
    claims: {
      mapping: refs.map((entityRef, i) => ({
        by: 'tag',
        value: `service-${i}`,
        entityRef,
      })),
      dependencies: [],
    },
    onChange: async () => {},
  });
  const days = listDays(size.month, nextMonthOf(size.month)).slice(0, 30);
  await insertKeys(client, size);
  for (const day of days) {
    await insertDay(client, { size, day, last: days[29] });
  }
  await insertHistory(client, size);
  await client('cost_source').insert({
    name: 'bill',
    type: 'focus',
    kind: 'bill',
    format: 'FOCUS 1.2',
    complete_to: days[29],
    read_at: 1,
  });
  const [{ lines }] = await client('cost_line').count({ lines: '*' });
  return { lines: Number(lines) };
}

async function insertKeys(client: Knex, size: LargeMonth): Promise<void> {
  await client.raw(
    `insert into cost_key (id, source, content, product, category)
     select 'key-' || s.i || '-' || c.i, 'bill',
       '{"billingAccount":"1","product":"EC2","category":"compute","sku":"sku-'
         || c.i || '","tags":{"service":"service-' || s.i || '"}}',
       'EC2', 'compute'
     from (select i from ${numbers(size.services)}) s
     cross join (select i from ${numbers(size.charges)}) c`,
  );
  await client('cost_key').insert({
    id: 'key-shared',
    source: 'bill',
    content:
      '{"billingAccount":"1","product":"EKS","category":"platform","tags":{}}',
    product: 'EKS',
    category: 'platform',
  });
}

async function insertDay(
  client: Knex,
  options: { size: LargeMonth; day: string; last: string },
): Promise<void> {
  const { size, day, last } = options;
  const amount = nanos(day, last);
  const into = `insert into cost_line (source, billing_account, billing_month,
    delivery_id, key_id, day, kind, currency, billed, effective, contracted,
    list)`;
  await client.raw(
    `${into} select 'bill', '1', cast(? as varchar(10)), 'bill.csv',
       'key-' || s.i || '-' || c.i, cast(? as varchar(10)), 'usage', 'USD',
       ${amount}, ${amount}, ${amount}, 2 * ${amount}
     from (select i from ${numbers(size.services)}) s
     cross join (select i from ${numbers(size.charges)}) c`,
    [size.month, day],
  );
  const shared = '1000000000007';
  await client.raw(
    `${into} values ('bill', '1', ?, 'bill.csv', 'key-shared', ?, 'usage',
       'USD', ${shared}, ${shared}, ${shared}, ${shared})`,
    [size.month, day],
  );
}

/** Costs that were allotted long ago. */
async function insertHistory(client: Knex, size: LargeMonth): Promise<void> {
  const end = Date.parse(`${size.month}T00:00:00Z`);
  for (let ago = 1; ago <= size.historyDays; ago++) {
    const day = new Date(end - ago * 86_400_000).toISOString().slice(0, 10);
    const amount = nanos(day, '');
    await client.raw(
      `insert into cost_daily (entity_ref, billing_month, day, category, kind,
         currency, basis, billed, effective, contracted, list)
       select 'component:default/service-' || s.i, cast(? as varchar(10)),
         cast(? as varchar(10)), 'compute', 'usage', 'USD',
         '{"by":"direct","name":"tag:service"}', ${amount}, ${amount},
         ${amount}, ${amount}
       from (select i from ${numbers(size.services)}) s`,
      [`${day.slice(0, 7)}-01`, day],
    );
  }
}
