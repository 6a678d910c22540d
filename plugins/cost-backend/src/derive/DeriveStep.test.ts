import { COST_METRICS, listDays } from '@plimsoll/plugin-cost-common';
import { insertBill } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { LEASE_MS } from '../leases/Lease';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
  UNIT,
} from '../service/__testUtils__/costWorld';

const databases = createTestDatabases();
const { signal } = new AbortController();

describe('DeriveStep', () => {
  it.each(databases.ids)(
    'keeps a row a service, and counts only what changed as changed, %s',
    async id => {
      const { bill, client, clock, cost, caller } = await createCostWorld({
        databases,
        id,
      });
      await bill(ordinaryBill());
      const first = clock.now;
      clock.now += 60_000;
      await bill([
        ...ordinaryBill(),
        { day: '2026-11-16', amount: 4n * UNIT, tags: { service: 'lone' } },
      ]);

      const rows = await client('cost_service')
        .orderBy('entity_ref')
        .select('entity_ref', 'anomalies', 'changed_at');
      expect(
        rows.map(row => [
          row.entity_ref,
          row.anomalies,
          Number(row.changed_at) - first,
        ]),
      ).toEqual([
        [refOf('cart'), 1, 60_000],
        [refOf('lone'), 0, 60_000],
        [refOf('pay'), 0, 60_000],
      ]);
      const anomalies = await cost.listAnomalies({}, caller);
      expect(anomalies.items).toMatchObject([
        { entityRef: refOf('cart'), from: '2026-11-16', state: 'open' },
      ]);

      clock.now += 60_000;
      await bill(ordinaryBill());
      const known = await cost.getSummary({}, caller);
      expect(known.items.map(item => item.entityRef)).not.toContain(
        refOf('lone'),
      );
      clock.now += 60_000;
      await bill(ordinaryBill());
      await expect(
        cost.getSummary({ since: new Date(clock.now).toISOString() }, caller),
      ).resolves.toMatchObject({ totalItems: 0 });
    },
  );

  it.each(databases.ids)(
    'keeps one anomaly once, while days that are judged move past it, %s',
    async id => {
      const { client, derive, worker } = await createCostWorld({
        databases,
        id,
      });
      const jump = ['2026-10-28', '2026-10-29', '2026-10-30'];
      const charges = listDays('2026-09-01', '2026-12-03').map(day => ({
        day,
        amount: (jump.includes(day) ? 30n : 3n) * UNIT,
        tags: { service: 'cart' },
      }));
      const kept = [];
      for (const completeTo of [
        '2026-11-26',
        '2026-11-27',
        '2026-11-28',
        '2026-12-02',
      ]) {
        await insertBill({ client, charges, completeTo });
        await derive.markDue();
        await worker.drain();
        kept.push(
          await client('cost_anomaly').select('id', 'from_day', 'to_day'),
        );
      }
      expect(kept[0]).toMatchObject([
        { from_day: '2026-10-28', to_day: '2026-10-31' },
      ]);
      expect(kept).toEqual([kept[0], kept[0], kept[0], kept[0]]);
    },
  );

  it.each(databases.ids)(
    'is done by one replica, again when it fell due meanwhile, and after a dead one, %s',
    async id => {
      const { client, derive, clock } = await createCostWorld({
        databases,
        id,
      });
      await expect(derive.run({ signal })).resolves.toBe(false);
      await derive.markDue();
      const done = await Promise.all([
        derive.run({ signal }),
        derive.run({ signal }),
      ]);
      expect(done.filter(Boolean)).toHaveLength(1);
      await expect(derive.run({ signal })).resolves.toBe(false);

      await client('cost_poll').update({ state: 'running' });
      await client('cost_lease').update({
        owner: 'dead',
        until: clock.now + LEASE_MS,
      });
      await expect(derive.run({ signal })).resolves.toBe(false);
      clock.now += LEASE_MS;
      await expect(derive.run({ signal })).resolves.toBe(true);
      await expect(derive.run({ signal })).resolves.toBe(false);
    },
  );

  it.each(databases.ids)(
    'says that requests were not read yet, and not that there were none, %s',
    async id => {
      const { bill, client, cost, caller, derive } = await createCostWorld({
        databases,
        id,
      });
      await bill(ordinaryBill());
      const states = async () => {
        const { items } = await cost.listServices({ sort: 'name' }, caller);
        return items.map(({ ref, unitCostState }) => [ref, unitCostState]);
      };
      await expect(states()).resolves.toEqual([
        [refOf('cart'), 'waiting'],
        [refOf('pay'), 'waiting'],
      ]);
      const before = await cost.getServiceCost(refOf('cart'), {}, caller);
      expect(before.unitCosts.map(({ state }) => state)).toEqual([
        'waiting',
        'waiting',
      ]);

      await client('cost_counted').insert({
        entity_ref: refOf('cart'),
        unit: 'requests',
        asked_at: 1,
        read_at: 2,
        due_at: 3,
      });
      await derive.markDue();
      await derive.run({ signal });
      await expect(states()).resolves.toEqual([
        [refOf('cart'), 'not-counted'],
        [refOf('pay'), 'waiting'],
      ]);
      const after = await cost.getServiceCost(refOf('cart'), {}, caller);
      expect(after.unitCosts.map(({ state }) => state)).toEqual([
        'not-counted',
        'not-counted',
      ]);
    },
  );

  it.each(databases.ids)(
    'lists the same sum as the page of a service, of complete days alone, %s',
    async id => {
      const { client, worker, cost, caller, derive } = await createCostWorld({
        databases,
        id,
      });
      await insertBill({
        client,
        charges: [
          ...ordinaryBill(),
          { day: '2026-11-17', amount: 3n * UNIT, tags: { service: 'cart' } },
        ],
        completeTo: '2026-11-15',
      });
      await derive.markDue();
      await worker.drain();

      for (const metric of COST_METRICS) {
        const { items } = await cost.listServices({ metric }, caller);
        expect(items).toHaveLength(2);
        for (const { ref, total } of items) {
          const page = await cost.getServiceCost(ref, { metric }, caller);
          expect([ref, total]).toEqual([ref, page.total]);
        }
      }
      const { items } = await cost.getSummary({}, caller);
      const cart = items.find(item => item.entityRef === refOf('cart'));
      // 15 days of 3, and of the cluster
      const page = await cost.getServiceCost(refOf('cart'), {}, caller);
      expect(cart?.monthToDate).toBe(page.total);
      expect(Number(page.total)).toBeLessThan(61);
    },
  );

  it.each(databases.ids)('keeps currencies apart, %s', async id => {
    const { bill, cost, caller } = await createCostWorld({ databases, id });
    await bill(
      listDays('2026-11-01', '2026-11-17').flatMap(day => [
        { day, amount: 1n * UNIT, tags: { service: 'cart' } },
        {
          day,
          amount: 5n * UNIT,
          tags: { service: 'cart' },
          line: { currency: 'EUR' },
        },
      ]),
    );

    const dollars = await cost.getServiceCost(refOf('cart'), {}, caller);
    expect(dollars).toMatchObject({
      total: '16.00',
      proof: { currency: 'USD', otherCurrencies: ['EUR'] },
    });
    const euros = await cost.listServices({ currency: 'EUR' }, caller);
    expect(euros.items).toMatchObject([{ total: '80.00' }]);
    expect(euros.visible.total).toBe('80.00');
    const { conservation } = await cost.getDataQuality(caller);
    expect(conservation).toHaveLength(8);
    expect(new Set(conservation.map(item => item.difference))).toEqual(
      new Set(['0.00']),
    );
  });
});
