import { addDays } from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import { type Charge, insertBill } from '../__testUtils__/insertBill';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { CatalogClaims } from '../catalog/CatalogClaims';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { readSavingFacts } from './readSavingFacts';

const databases = createTestDatabases();
const CART = 'component:default/cart';
const LAST = '2026-11-19';
const USD = 1_000_000_000n;
const settings: AllocationSettings = {
  tags: ['app'],
  rules: [],
  pools: [],
  currency: 'USD',
};

const machine = (name: string, day: number, more: Partial<Charge> = {}) => ({
  day: addDays(LAST, -day),
  amount: 24n * USD,
  tags: { app: 'cart' },
  ...more,
  key: {
    resourceId: `arn:aws:ec2:eu:1:instance/${name}`,
    resourceType: 'Instance',
    pricing: 'standard',
    ...more.key,
  },
});

describe('readSavingFacts', () => {
  describe.each(databases.ids)('%s', id => {
    async function setUp(charges: Charge[]) {
      const { client } = await databases.create(id);
      await CatalogClaims.create({ client }).replaceAll({
        claims: {
          mapping: [{ by: 'tag', value: 'cart', entityRef: CART }],
          dependencies: [],
        },
        onChange: async () => {},
      });
      await insertBill({ client, charges, completeTo: LAST });
      return {
        client,
        read: () => readSavingFacts({ client, settings, pace: Pace.create() }),
      };
    }

    it('looks at the days of the newest bill, and knows where a late one ended', async () => {
      const { client, read } = await setUp([machine('i-1', 0)]);
      const of = { source: 'second', charges: [machine('i-2', 20)] };
      await insertBill({ client, ...of, completeTo: addDays(LAST, -13) });
      expect(await read()).toMatchObject({
        completeTo: LAST,
        allCompleteTo: addDays(LAST, -13),
      });
      await insertBill({ client, ...of, completeTo: addDays(LAST, -4) });
      expect(await read()).toMatchObject({ completeTo: addDays(LAST, -4) });
    });

    it('sums days, lines and keys of a resource, of the last 28 days', async () => {
      const { read } = await setUp([
        machine('i-1', 0, { key: { sku: 'a' } }),
        machine('i-1', 0, { key: { sku: 'b' }, amount: 4n * USD }),
        machine('i-1', 27, { key: { sku: 'a' } }),
        machine('i-1', 28, { key: { sku: 'a' } }),
        machine('i-2', 1, {
          tags: {},
          key: { resourceName: 'shared', pricing: 'dynamic' },
        }),
        { ...machine('i-3', 0), line: { currency: 'EUR' } },
        { ...machine('i-3', 0), line: { kind: 'tax' } },
      ]);
      const { resources, spotRatios, completeTo, days } = await read();
      expect([completeTo, days]).toEqual([LAST, 28]);
      const monthly = (amount: bigint) => (amount * 365n) / (12n * 28n);
      expect([...resources].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
        [
          {
            resourceId: 'arn:aws:ec2:eu:1:instance/i-1',
            name: 'i-1',
            category: 'compute',
            entityRef: CART,
            subAccount: '1',
            monthly: monthly(52n * USD),
          },
          {
            resourceId: 'arn:aws:ec2:eu:1:instance/i-2',
            name: 'shared',
            category: 'compute',
            subAccount: '1',
            monthly: monthly(24n * USD),
          },
        ],
      );
      expect(spotRatios).toEqual(new Map([[CART, 0]]));
    });

    it('adds what services and pools cost, some services at a time', async () => {
      const { client, read } = await setUp([machine('i-1', 0)]);
      const row = (entityRef: string | null, day: number) => ({
        entity_ref: entityRef,
        pool: entityRef === null ? 'unallocated' : null,
        billing_month: '2026-11-01',
        day: addDays(LAST, -day),
        category: 'compute',
        kind: 'usage',
        currency: 'USD',
        billed: '0',
        effective: (28n * 12n * USD).toString(),
        contracted: '0',
        list: '0',
      });
      const refs = Array.from(
        { length: 60 },
        (_, n) => `component:default/${n}`,
      );
      for (const ref of [null, ...refs]) {
        // the third is too long ago
        await client('cost_daily').insert([0, 1, 28].map(day => row(ref, day)));
      }
      await client('cost_monthly').insert(
        refs.map(ref => {
          const { billing_month: month, day: _day, ...rest } = row(ref, 0);
          return { ...rest, month, pool: '' };
        }),
      );
      const { costs } = await read();
      expect(costs).toHaveLength(61);
      expect(costs.filter(({ entityRef }) => !entityRef)).toHaveLength(1);
      expect(new Set(costs.map(({ monthly }) => monthly))).toEqual(
        new Set([2n * 365n * USD]),
      );
    });

    it('asks for no more at once than there is of a day', async () => {
      const { client, read } = await setUp(
        [0, 1, 2, 3].flatMap(day =>
          Array.from({ length: 160 }, (_, n) => machine(`i-${n}`, day)),
        ),
      );
      let most = 0;
      client.on('query-response', answer => {
        most = Math.max(most, (answer.rows ?? answer).length ?? 0);
      });
      const { resources } = await read();
      expect(resources).toHaveLength(160);
      expect(most).toBe(160);
    });
  });
});
