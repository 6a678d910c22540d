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
    'takes anomalies back that a mended bill no longer bears out, and judges again what it rewrote, %s',
    async id => {
      const { client, derive, worker, clock } = await createCostWorld({
        databases,
        id,
      });
      const bill = async (dear: Record<string, bigint>, to: string) => {
        const charges = listDays('2026-07-01', to).flatMap(day =>
          ['cart', 'pay'].map(service => ({
            day,
            amount: (dear[`${service} ${day.slice(5)}`] ?? 3n) * UNIT,
            tags: { service },
          })),
        );
        await insertBill({ client, charges, completeTo: to });
        await derive.markDue();
        await worker.drain();
        const rows = await client('cost_anomaly')
          .orderBy(['entity_ref', 'from_day'])
          .select('entity_ref', 'from_day', 'to_day', 'content');
        return rows.map(
          row =>
            `${row.entity_ref.split('/')[1]} ${row.from_day.slice(5)} ` +
            `${row.to_day.slice(5)} ${JSON.parse(row.content).actual}`,
        );
      };
      const dear = {
        'cart 09-10': 30n,
        'cart 09-11': 30n,
        'cart 10-02': 40n,
        'pay 09-10': 50n,
      };
      const seen = [
        'cart 09-10 09-12 60.00',
        'cart 10-02 10-03 40.00',
        'pay 09-10 09-11 50.00',
      ];
      expect(await bill(dear, '2026-10-08')).toEqual(seen);
      // later they are as they were found
      clock.now += 60_000;
      expect(await bill(dear, '2026-11-16')).toEqual(seen);

      // the same days once more, as a former version kept them
      const [kept] = await client('cost_anomaly').where({
        entity_ref: refOf('cart'),
        from_day: '2026-09-10',
      });
      await client('cost_anomaly').insert({
        ...kept,
        id: 'double',
        from_day: '2026-09-11',
        to_day: '2026-09-12',
      });
      await client('cost_anomaly').insert({
        ...kept,
        id: 'nobody',
        entity_ref: refOf('gone'),
      });
      clock.now += 60_000;
      expect(await bill(dear, '2026-11-16')).toEqual(seen);

      // September is written anew: one is gone, another is a day shorter
      clock.now += 60_000;
      expect(
        await bill(
          { 'cart 09-11': 31n, 'cart 10-02': 40n, 'pay 09-10': 50n },
          '2026-11-16',
        ),
      ).toEqual([
        'cart 09-11 09-12 31.00',
        'cart 10-02 10-03 40.00',
        'pay 09-10 09-11 50.00',
      ]);
      clock.now += 60_000;
      expect(await bill({ 'pay 09-10': 3n }, '2026-11-16')).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'leaves what no page shows any more as it was found, and reads none of its days, %s',
    async id => {
      const { client, bill, derive, worker } = await createCostWorld({
        databases,
        id,
      });
      await bill(ordinaryBill());
      await client('cost_anomaly').insert({
        id: 'old',
        entity_ref: refOf('cart'),
        currency: 'USD',
        from_day: '2025-09-01',
        to_day: '2025-09-02',
        state: 'over',
        excess: '1',
        content: JSON.stringify({ actual: '60.00' }),
      });
      const read: unknown[] = [];
      client.on('query', ({ sql, bindings }) => {
        if (sql.includes('cost_daily')) {
          read.push(...bindings);
        }
      });
      await derive.markDue();
      await worker.drain();
      await expect(
        client('cost_anomaly').where('id', 'old'),
      ).resolves.toHaveLength(1);
      expect(read.map(String).filter(day => /^2025-0[1-9]/.test(day))).toEqual(
        [],
      );
    },
  );

  it.each(databases.ids)('says since when days were judged, %s', async id => {
    const { client, derive, worker, cost, caller } = await createCostWorld({
      databases,
      id,
    });
    const charges = listDays('2026-06-01', '2026-11-17').map(day => ({
      day,
      amount: 3n * UNIT,
      tags: { service: 'cart' },
    }));
    const judgedFrom = async () => {
      const all = await cost.listAnomalies({ from: '2026-07-01' }, caller);
      expect(all.items).toEqual([]);
      return all.judgedFrom;
    };
    expect(await judgedFrom()).toBeUndefined();
    for (const completeTo of ['2026-10-20', '2026-11-16']) {
      await insertBill({ client, charges, completeTo });
      await derive.markDue();
      await worker.drain();
      expect(await judgedFrom()).toBe('2026-09-21');
    }
    const pageFrom = async (from: string) =>
      (await cost.getServiceCost(refOf('cart'), { from }, caller)).judgedFrom;
    expect(await pageFrom('2026-09-20')).toBe('2026-09-21');
    expect(await pageFrom('2026-09-21')).toBeUndefined();

    // of days between nobody looked at
    await client('cost_poll')
      .where('name', 'anomalies')
      .update('state', '{"from":"2026-06-01","to":"2026-10-01"}');
    await derive.markDue();
    await worker.drain();
    expect(await judgedFrom()).toBe('2026-10-18');

    // a former version has noted nothing
    await client('cost_poll').where('name', 'anomalies').delete();
    await client('cost_anomaly').insert({
      id: 'old',
      entity_ref: refOf('cart'),
      currency: 'USD',
      from_day: '2026-08-03',
      to_day: '2026-08-04',
      state: 'over',
      excess: '1',
      content: '{"actual":"3.00"}',
    });
    await derive.markDue();
    await worker.drain();
    expect(
      (await cost.listAnomalies({ from: '2026-07-01' }, caller)).judgedFrom,
    ).toBe('2026-08-03');
  });

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
