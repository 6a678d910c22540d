import { notInstalled } from '../__testUtils__/FakeSummary';
import {
  costSummary,
  iso,
  NOON,
  refOf,
  sloSummary,
  stabilitySummary,
} from '../__testUtils__/summaries';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createHealthWorld,
  serviceOf,
} from '../service/__testUtils__/healthWorld';
import type { SummaryWriter } from '../summary/SummaryWriter';

const databases = createTestDatabases();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createHealthWorld({
    databases,
    id,
    services: ['a', 'b', 'c'].map(name => serviceOf({ name })),
  });
  const { slo, stability, cost } = world;
  slo.set(sloSummary({ name: 'a', at: NOON - 3 * HOUR, remaining: 0.5 }));
  slo.set(sloSummary({ name: 'b', at: NOON - 2 * HOUR, state: 'burning' }));
  slo.set(sloSummary({ name: 'c', at: NOON - HOUR, remaining: 0.9 }));
  stability.set(stabilitySummary({ name: 'a', failed: [1, 20] }));
  cost.set(costSummary({ name: 'a', monthToDate: '7.00' }));
  const one = async (name: string) =>
    world.health.getOverview(refOf(name), world.caller);
  return { ...world, one };
}

/** The replica dies before the row of a service is made. */
function crashAt(writer: SummaryWriter, entityRef: string) {
  const write = writer.write.bind(writer);
  return jest.spyOn(writer, 'write').mockImplementation(async refs => {
    if (refs.includes(entityRef)) {
      throw new Error('the replica was stopped');
    }
    await write(refs);
  });
}

describe('LensPuller', () => {
  it.each(databases.ids)(
    'reads everything once, then what changed from a minute before, %p',
    async id => {
      const { slo, pull, one, clock } = await setUp(id);
      expect(await pull()).toEqual([true, true, true]);
      expect(slo.asked.map(({ since }) => since)).toEqual([
        undefined,
        undefined,
      ]);
      expect((await one('a')).reliability?.worst?.budget.remaining).toBe(0.5);

      slo.asked.length = 0;
      clock.now += MINUTE;
      slo.set(sloSummary({ name: 'a', at: clock.now, remaining: 0.4 }));
      await pull();
      expect(slo.asked[0].since).toBe(iso(NOON - HOUR - MINUTE));
      const { reliability, lenses } = await one('a');
      expect(reliability?.worst?.budget.remaining).toBe(0.4);
      expect(lenses.reliability).toEqual({
        state: 'ok',
        pulledAt: iso(NOON + MINUTE),
      });
    },
  );

  it.each(databases.ids)(
    'lets go what is not told of any more, at the hourly walk, %p',
    async id => {
      const { slo, cost, pull, one, names, clock } = await setUp(id);
      cost.set(
        costSummary({ name: 'a', currency: 'EUR', monthToDate: '3.00' }),
      );
      await pull();
      slo.remove(refOf('b'));
      cost.remove(refOf('a'), 'USD');
      clock.now += 59 * MINUTE;
      await pull();
      expect((await one('b')).reliability?.objectives).toBe(1);

      clock.now += MINUTE;
      await pull();
      expect((await one('b')).reliability).toEqual({
        objectives: 0,
        stateCounts: {},
      });
      expect((await one('a')).cost).toMatchObject({
        currency: 'EUR',
        otherCurrencies: [],
      });
      expect(await names({ state: 'no-objective' })).toEqual(['b']);
    },
  );

  it.each(databases.ids)(
    'keeps the last values, with their age, of a plugin that does not answer, %p',
    async id => {
      const { slo, pull, one, clock, logger } = await setUp(id);
      await pull();
      slo.fault = new Error('connect ECONNREFUSED 10.0.0.1');
      clock.now += MINUTE;
      expect(await pull()).toEqual([false, true, true]);
      clock.now += MINUTE;
      await pull();
      const { reliability, verdictLine, lenses } = await one('a');
      expect(reliability?.worst?.budget.remaining).toBe(0.5);
      expect(verdictLine.health.kind).toBe('holding');
      expect(lenses.reliability).toEqual({
        state: 'stale',
        pulledAt: iso(NOON),
        failingSince: iso(NOON + MINUTE),
        fault: 'not-answering',
      });
      expect(lenses.stability).toMatchObject({ state: 'ok' });
      expect(logger.warn).toHaveBeenCalledTimes(1);

      slo.fault = undefined;
      await pull();
      expect((await one('a')).lenses.reliability).toEqual({
        state: 'ok',
        pulledAt: iso(NOON + 2 * MINUTE),
      });
    },
  );

  it.each(databases.ids)(
    'knows nothing, rather than nothing to know, of a plugin that never answered, %p',
    async id => {
      const { slo, pull, one, names, health, caller, logger } = await setUp(id);
      slo.fault = notInstalled();
      await pull();
      const { reliability, verdictLine, lenses } = await one('a');
      expect(reliability).toBeUndefined();
      expect(verdictLine.health).toEqual({ kind: 'not-known' });
      expect(lenses.reliability).toEqual({
        state: 'never',
        fault: 'not-installed',
        failingSince: iso(NOON),
      });
      expect(await names({ state: 'no-objective' })).toEqual([]);
      expect(await names({ sort: 'budget' })).toEqual(['a', 'b', 'c']);
      expect((await health.getStrip(caller)).reliability).toBeUndefined();
      expect(logger.warn).not.toHaveBeenCalled();
    },
  );

  it.each(databases.ids)(
    'goes on from the start where it was cut off, %p',
    async id => {
      const { slo, pull, one } = await setUp(id);
      slo.onPage = cursor => {
        slo.fault = cursor === undefined ? undefined : new Error('cut off');
      };
      await pull();
      expect((await one('c')).lenses.reliability.state).toBe('never');
      slo.onPage = () => {
        slo.fault = undefined;
      };
      await pull();
      expect((await one('c')).reliability?.worst?.budget.remaining).toBe(0.9);
    },
  );

  it.each(databases.ids)(
    'does not let an older answer of another replica win, %p',
    async id => {
      const { slo, pull, one, clock } = await setUp(id);
      slo.set(sloSummary({ name: 'a', at: NOON, remaining: 0.3 }));
      await pull();
      clock.now += HOUR;
      slo.set(sloSummary({ name: 'a', at: NOON - 5, remaining: 0.8 }));
      await pull();
      expect((await one('a')).reliability?.worst?.budget.remaining).toBe(0.3);
    },
  );

  it.each(databases.ids)(
    'makes the rows that a crash left unmade, at the next minute, %p',
    async id => {
      const { slo, pull, names, clock, writer } = await setUp(id);
      await pull();
      clock.now += MINUTE;
      slo.set(sloSummary({ name: 'c', at: clock.now, state: 'burning' }));
      const crash = crashAt(writer, refOf('c'));
      expect(await pull('reliability')).toEqual([false]);
      crash.mockRestore();
      expect(await names({ state: 'burning' })).toEqual(['b']);

      clock.now += MINUTE;
      expect(await pull('reliability')).toEqual([true]);
      expect((await names({ state: 'burning' })).sort()).toEqual(['b', 'c']);
    },
  );

  it.each(databases.ids)(
    'makes the rows of what is not told of any more, after a crash, %p',
    async id => {
      const { slo, pull, names, clock, writer } = await setUp(id);
      await pull();
      slo.remove(refOf('b'));
      clock.now += HOUR;
      const crash = crashAt(writer, refOf('b'));
      expect(await pull('reliability')).toEqual([false]);
      crash.mockRestore();
      expect(await names({ state: 'no-objective' })).toEqual([]);

      clock.now += MINUTE;
      expect(await pull('reliability')).toEqual([true]);
      expect(await names({ state: 'no-objective' })).toEqual(['b']);
    },
  );

  it.each(databases.ids)('writes nothing that is as it was, %p', async id => {
    const { pull, client, clock } = await setUp(id);
    await pull();
    const rows = await client('service_summary').orderBy('entity_ref');
    await client('service_summary').update({ name: 'as it was' });
    clock.now += HOUR;
    await pull();
    expect(rows).toHaveLength(3);
    expect(
      await client('service_summary').distinct('name').pluck('name'),
    ).toEqual(['as it was']);
  });
});
