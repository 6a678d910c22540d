import { mockServices } from '@backstage/backend-test-utils';
import { insertBill } from '../../__testUtils__/insertBill';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { ShareTask } from '../../opencost/ShareTask';
import {
  createCostWorld,
  NOON,
  ordinaryBill,
  refOf,
  UNIT,
} from '../__testUtils__/costWorld';
import { readBillState } from './readBillState';

const databases = createTestDatabases();
const EURO = { line: { currency: 'EUR' } };

describe('readBillState', () => {
  it.each(databases.ids)(
    'knows the currency of a bill that nobody owns any of, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      await world.bill([{ day: '2026-11-16', amount: 5n * UNIT, ...EURO }]);

      await expect(
        readBillState({ client: world.client, now: NOON }),
      ).resolves.toMatchObject({
        currencies: ['EUR'],
        since: '2026-11-16',
        completeTo: '2026-11-16',
      });
      const { bill, proof } = await world.cost.getOverview({}, world.caller);
      expect(bill).toBe('5.00');
      expect(proof).toMatchObject({ currency: 'EUR', otherCurrencies: [] });
      expect(proof.unallocated).toMatchObject({ amount: '5.00' });
    },
  );

  it.each(databases.ids)(
    'names the currency in which only unowned charges are, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      await world.bill([
        { day: '2026-11-16', amount: UNIT, tags: { service: 'cart' } },
        { day: '2026-11-16', amount: 5n * UNIT, ...EURO },
      ]);

      const { bill, proof } = await world.cost.getOverview({}, world.caller);
      expect(bill).toBe('1.00');
      expect(proof).toMatchObject({
        currency: 'USD',
        otherCurrencies: ['EUR'],
      });
    },
  );

  it.each(databases.ids)(
    'says how much of the bill was read while some was not, %s',
    async id => {
      const { client, cost, caller } = await createCostWorld({ databases, id });
      const row = { source: 'bill', version: '' };
      await client('cost_source').insert({
        name: 'old',
        type: 'focus',
        kind: 'gone',
      });
      await client('cost_delivery').insert([
        { ...row, id: '2026-11', state: 'read' },
        { ...row, id: '2026-10', state: 'refused' },
        { ...row, id: '2026-09', state: 'reading' },
        { ...row, id: '2026-08', state: 'reading' },
        { ...row, id: '2026-08', source: 'old', state: 'reading' },
      ]);
      const readingOf = async () => (await cost.getDataQuality(caller)).proof;
      expect((await readingOf()).reading).toEqual({ read: 2, of: 4 });

      await client('cost_delivery')
        .where({ source: 'bill', state: 'reading' })
        .update({ state: 'read' });
      expect(await readingOf()).not.toHaveProperty('reading');
    },
  );

  it.each(databases.ids)(
    'says that clusters are read while they are for the first time, and no longer, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      const { client, cost, caller, database } = world;
      await world.bill([{ day: '2026-11-16', amount: UNIT }]);
      const reading = async () =>
        (await cost.getOverview({}, caller)).proof.reading;
      expect(await reading()).toBeUndefined();

      // as the start has it, before anything is asked
      const row = { type: 'opencost', kind: 'cluster' };
      await client('cost_source').insert([
        { ...row, name: 'shop' },
        { ...row, name: 'old', kind: 'gone' },
      ]);
      expect(await reading()).toEqual({ read: 0, of: 0, clusters: ['shop'] });

      const { signal } = new AbortController();
      const inTheMiddle: unknown[] = [];
      const shares = (fault?: Error) =>
        ShareTask.create({
          database,
          logger: mockServices.logger.mock(),
          now: () => NOON,
          sources: [
            {
              name: 'shop',
              currency: 'USD',
              historyDays: 20,
              readUse: async () => {
                inTheMiddle.push(await reading());
                if (fault) {
                  throw fault;
                }
                return [];
              },
            },
          ],
        }).run(signal);
      // one that is down is not being read, and says so otherwise
      await shares(new Error('connection refused'));
      expect(await reading()).toBeUndefined();
      await client('cost_source').where('name', 'shop').update('error', null);

      inTheMiddle.length = 0;
      await shares();
      expect(inTheMiddle).toHaveLength(3);
      expect(inTheMiddle.map(Boolean)).toEqual([true, true, true]);
      expect(await reading()).toBeUndefined();
      // nor when it falls behind later
      await client('cost_source')
        .where('name', 'shop')
        .update('complete_to', '2026-11-01');
      expect(await reading()).toBeUndefined();
    },
  );

  it.each(databases.ids)(
    'lets a late source hold back no month, no budget and no anomaly, and names it, %s',
    async id => {
      const { bill, client, cost, caller, clock, derive, worker } =
        await createCostWorld({ databases, id });
      await bill(ordinaryBill());
      const amount = { amount: '80', currency: 'USD' };
      await cost.setBudget(refOf('cart'), amount, caller);
      const figures = async () => {
        const page = await cost.getServiceCost(refOf('cart'), {}, caller);
        const anomalies = await cost.listAnomalies({}, caller);
        return {
          to: page.to,
          total: page.total,
          used: page.budget?.used,
          open: anomalies.items.map(({ from, state }) => [from, state]),
        };
      };
      const before = await figures();
      expect(before).toMatchObject({
        to: '2026-11-17',
        open: [['2026-11-16', 'open']],
      });
      const second = async (completeTo: string) => {
        await insertBill({
          client,
          source: 'second',
          charges: [{ day: '2026-11-05', amount: UNIT }],
          completeTo,
        });
        await derive.markDue();
        await worker.drain();
      };

      await second('2026-11-06');
      expect(await figures()).toEqual(before);
      const { proof } = await cost.getServiceCost(refOf('cart'), {}, caller);
      expect(proof).toMatchObject({
        completeTo: '2026-11-16',
        sources: [
          { name: 'bill', state: 'ok' },
          { name: 'second', state: 'late', completeTo: '2026-11-06' },
        ],
      });

      // bills differ by some days, and those are waited for
      await second('2026-11-12');
      expect(await figures()).toMatchObject({ to: '2026-11-13', open: [] });
      // when both are late they wait for each other as before
      clock.now += 30 * 86_400_000;
      expect(await figures()).toMatchObject({ to: '2026-11-13' });
    },
  );
});
