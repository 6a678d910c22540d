import type { BillLine } from '@plimsoll/plugin-cost-common';
import { CostCategories } from '@plimsoll/plugin-cost-node';
import {
  FOCUS_CASES,
  focusOutcome,
} from '@plimsoll/plugin-cost-node/testUtils';
import type { Knex } from 'knex';
import { createFocusTable, insertRows } from './__testUtils__/focusTable';
import { createTestPostgres } from './__testUtils__/testDatabases';
import { identifier } from './identifier';
import {
  PostgresBillSource,
  type PostgresBillSourceOptions,
} from './PostgresBillSource';

const NOON = Date.UTC(2026, 10, 18, 12);
const { signal } = new AbortController();

describe('PostgresBillSource', () => {
  const postgres = createTestPostgres();
  let client: Knex;

  it('puts any name into SQL as a name', () => {
    expect(identifier('finops.a "b"')).toBe('"finops"."a ""b"""');
    expect(identifier('a.b', { isPath: false })).toBe('"a.b"');
  });

  if (!postgres) {
    return;
  }

  beforeAll(async () => {
    client = await postgres();
  });
  beforeEach(() => createFocusTable(client));

  function sourceOf(options: Partial<PostgresBillSourceOptions> = {}) {
    return PostgresBillSource.create({
      name: 'lake',
      client,
      table: 'finops.focus',
      months: 3,
      everyMs: 0,
      timeoutMs: 20_000,
      categories: CostCategories.create(),
      now: () => NOON,
      ...options,
    });
  }

  async function read(
    source: PostgresBillSource,
    options: { tags?: string[]; id?: string } = {},
  ) {
    const deliveries = await source.listDeliveries({ signal });
    const delivery = options.id
      ? deliveries.find(({ id }) => id === options.id)!
      : deliveries[0];
    const lines: BillLine[] = [];
    const reading = await source.read({
      delivery,
      tags: options.tags ?? ['service'],
      onLines: async some => void lines.push(...some),
      signal,
    });
    return { lines, reading };
  }

  it.each(FOCUS_CASES.map(one => [one.name, one] as const))(
    '%s',
    async (_, { rows, tags, lines, faults }) => {
      await insertRows(client, rows);

      const outcome = focusOutcome(await read(sourceOf(), { tags }));

      expect(outcome).toEqual({ lines, faults });
    },
  );

  it('has a delivery for each month of each account, and only new ones', async () => {
    await insertRows(client, [
      {},
      { BillingAccountId: 'other' },
      { BillingPeriodStart: '2026-11-01' },
      { BillingPeriodStart: '2026-08-01' },
    ]);
    const source = sourceOf();
    const deliveries = await source.listDeliveries({ signal });

    expect(deliveries.map(({ id }) => id)).toEqual([
      '1234567890123|2026-10-01',
      '1234567890123|2026-11-01',
      'other|2026-10-01',
    ]);
    const { lines, reading } = await read(source, { id: 'other|2026-10-01' });
    expect(lines.map(({ key }) => key.billingAccount)).toEqual(['other']);
    expect(reading).toMatchObject({
      rows: 1,
      formatVersion: '1.0',
      engineSeconds: expect.any(Number),
    });
  });

  it('sees every change in the version, and reads no month that moved', async () => {
    await insertRows(client, [{}, { ResourceId: 'b' }]);
    const source = sourceOf();
    const [before] = await source.listDeliveries({ signal });
    expect(await source.listDeliveries({ signal })).toEqual([before]);
    await client.raw(
      `update finops.focus set "Tags" = '{"service": "pay"}' where "ResourceId" = 'b'`,
    );
    const [after] = await source.listDeliveries({ signal });
    expect(after.version).not.toBe(before.version);

    await expect(
      source.read({
        delivery: before,
        tags: [],
        onLines: async () => {},
        signal,
      }),
    ).rejects.toThrow('has changed; it is read again');
  });

  it('looks for changes only so often', async () => {
    await insertRows(client, [{}]);
    let now = NOON;
    const source = sourceOf({ everyMs: 60_000, now: () => now });
    const before = await source.listDeliveries({ signal });
    await insertRows(client, [{}]);
    now += 59_000;
    expect(await source.listDeliveries({ signal })).toEqual(before);
    now += 1_000;
    expect(await source.listDeliveries({ signal })).not.toEqual(before);
  });

  it('sees changes by a column that says so', async () => {
    await insertRows(client, [{ ConsumedQuantity: '1' }]);
    const source = sourceOf({ versionColumn: 'ConsumedQuantity' });
    const [before] = await source.listDeliveries({ signal });
    await client.raw(`update finops.focus set "ResourceId" = 'x'`);
    expect(await source.listDeliveries({ signal })).toEqual([before]);
    await client.raw(`update finops.focus set "ConsumedQuantity" = 2`);
    expect(await source.listDeliveries({ signal })).not.toEqual([before]);
  });

  it('reads views, odd names and questions in tags', async () => {
    await insertRows(client, [
      { Tags: '{"who?": "cart?", "it\'s": "\\"quoted\\" $1"}' },
    ]);
    await client.raw(
      `create view finops."a ""bill""" as select * from finops.focus`,
    );
    const { lines } = await read(sourceOf({ table: 'finops.a "bill"' }), {
      tags: ['who?', "it's"],
    });

    expect(lines[0].key.tags).toEqual({
      'who?': 'cart?',
      "it's": '"quoted" $1',
    });
  });

  it('hands over many lines, in batches', async () => {
    await insertRows(
      client,
      Array.from({ length: 600 }, (_, index) => ({ ResourceId: `r-${index}` })),
    );
    const sizes: number[] = [];
    const source = sourceOf();
    const [delivery] = await source.listDeliveries({ signal });
    await source.read({
      delivery,
      tags: [],
      onLines: async lines => void sizes.push(lines.length),
      signal,
    });
    expect(sizes).toEqual([250, 250, 100]);
  });

  it('refuses what it would have to guess', async () => {
    await insertRows(client, [{ BillingCurrency: 'dollars' }]);
    await expect(read(sourceOf())).rejects.toThrow(
      'BillingCurrency is no currency of three letters',
    );
    await createFocusTable(client);
    await insertRows(client, [{ BilledCost: 'NaN' }]);
    await expect(read(sourceOf())).rejects.toThrow('a cost is no number');

    await createFocusTable(client, { BilledCost: 'text' });
    await expect(sourceOf().listDeliveries({ signal })).rejects.toThrow(
      'finops.focus has BilledCost as text: make a view that casts it to numeric',
    );
    await createFocusTable(client, { Tags: 'text' });
    await expect(sourceOf().listDeliveries({ signal })).rejects.toThrow(
      'casts it to jsonb',
    );
    await expect(
      sourceOf({ table: 'finops.nothing' }).listDeliveries({ signal }),
    ).rejects.toThrow('There is no table or view finops.nothing');
    await expect(
      sourceOf({ table: 'pg_catalog.pg_class' }).listDeliveries({ signal }),
    ).rejects.toThrow('has no column BilledCost');
  });

  it('writes nothing and gives up what takes too long', async () => {
    await insertRows(client, [{}]);
    await client.raw(
      `create or replace view finops.slow as select focus.* from finops.focus, pg_sleep(5)`,
    );
    await expect(
      sourceOf({ table: 'finops.slow', timeoutMs: 200 }).listDeliveries({
        signal,
      }),
    ).rejects.toThrow(/statement timeout/);
    await client.raw('create table finops.seen (n int)');
    await client.raw(
      `create or replace function finops.note() returns int language sql as 'insert into finops.seen values (1) returning n'`,
    );
    await client.raw(
      `create or replace view finops.writes as select focus.* from finops.focus where finops.note() = 1`,
    );
    await expect(
      sourceOf({ table: 'finops.writes' }).listDeliveries({ signal }),
    ).rejects.toThrow(/read-only transaction/);
  });
});
