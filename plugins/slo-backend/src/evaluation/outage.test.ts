import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { measuredHash } from '../ledger/measuredHash';
import { createEngineWorld, NOON } from './__testUtils__/engineWorld';

const MINUTE = 60;
const HOUR = 3_600;
const unreachable = new Error(
  'connect ECONNREFUSED http://user:secret@prometheus.internal:9090/api/v1',
);

describe('a source that goes down', () => {
  const databases = createTestDatabases();

  /** Two objectives with a full window, evaluated at noon. */
  async function setUp(id: (typeof databases.ids)[number], count = 2) {
    const world = await createEngineWorld({ databases, id });
    const ids = await world.addObjectives(count);
    const engine = await world.replica();
    await engine.evaluateDue();
    await engine.backfillDue();
    await engine.evaluateDue();
    const at = async (seconds: number) => {
      world.clock.seconds = seconds;
      return engine.evaluateDue();
    };
    return { world, ids, engine, at };
  }

  it.each(databases.ids)(
    'pitfall 2: keeps the last good values, says unknown and since when, and no address, %s',
    async id => {
      const { world, at } = await setUp(id);
      const [good] = await world.statuses();

      world.source.down = unreachable;
      await at(NOON + MINUTE);
      await at(NOON + 10 * MINUTE);

      const [status] = await world.statuses();
      expect(status).toMatchObject({
        state: 'unknown',
        evaluatedAt: NOON,
        payload: {
          reason: {
            code: 'source-down',
            params: { source: 'prometheus', since: '2026-11-20T12:01:00.000Z' },
          },
          budget: good.payload.budget,
          burnRates: good.payload.burnRates,
          sli: good.payload.sli,
          dataUpTo: '2026-11-20T12:00:00.000Z',
        },
      });
      const [row] = await world.database.client('slo_source');
      expect(row.error).toBe('connect ECONNREFUSED <address>');
      expect(Boolean(row.up)).toBe(false);
    },
  );

  /** As the catalog sync writes a changed document. */
  async function change(
    world: Awaited<ReturnType<typeof setUp>>['world'],
    id: number,
    overrides: Partial<ObjectiveDefinition>,
  ) {
    const row = world.database.client('slo_objective').where({ id });
    const { definition } = await row.clone().first();
    const changed = { ...JSON.parse(definition), ...overrides };
    await row.clone().update({
      definition: JSON.stringify(changed),
      definition_hash: measuredHash(changed),
      content_hash: `changed ${JSON.stringify(overrides)}`,
      due_at: 0,
    });
  }

  it.each(databases.ids)(
    'judges what it has by a target that changes meanwhile, %s',
    async id => {
      const { world, ids, at } = await setUp(id);
      world.source.down = unreachable;
      await at(NOON + MINUTE);
      const [before, other] = await world.statuses();

      await change(world, ids[0], { target: 0.99, targetText: '99' });
      await at(NOON + 2 * MINUTE);

      const [after, untouched] = await world.statuses();
      expect(after).toMatchObject({
        state: 'unknown',
        evaluatedAt: NOON,
        payload: { reason: before.payload.reason, sli: before.payload.sli },
      });
      expect(after.payload.budget.bad).toBe(before.payload.budget.bad);
      expect(after.payload.budget.allowed).toBeCloseTo(
        before.payload.budget.allowed! * 10,
        3,
      );
      expect(untouched).toEqual(other);
    },
  );

  it.each(databases.ids)(
    'shows nothing of what another query measured, %s',
    async id => {
      const { world, ids, at } = await setUp(id);
      world.source.down = unreachable;
      await at(NOON + MINUTE);

      await change(world, ids[0], {
        indicator: {
          kind: 'ratio',
          counter: true,
          bad: { spec: { query: 'others' } },
          total: { spec: { query: 'total' } },
        },
      });
      await at(NOON + 2 * MINUTE);

      const [{ state, payload }] = await world.statuses();
      expect(state).toBe('unknown');
      expect(payload.budget).toEqual({});
      expect(payload.burnRates).toEqual({});
      expect(payload.coverage).toBe(0);
      expect(payload.sli).toBeUndefined();
      expect(payload.dataUpTo).toBeUndefined();
    },
  );

  it.each(databases.ids)(
    'asks a source that is down once in 15 s on behalf of all objectives, %s',
    async id => {
      const { world, at } = await setUp(id, 25);
      world.source.down = unreachable;
      await at(NOON + MINUTE);
      world.source.requests.length = 0;

      for (let seconds = 0; seconds < 180; seconds += 5) {
        await at(NOON + MINUTE + seconds);
      }

      expect(world.source.requests.length).toBeGreaterThanOrEqual(8);
      expect(world.source.requests.length).toBeLessThanOrEqual(12);
      expect(world.source.requests[0].objectives.length).toBeLessThan(25);
    },
  );

  it.each(databases.ids)(
    'is fresh within 60 s of its return, with a short outage filled at once, %s',
    async id => {
      const { world, ids, at } = await setUp(id, 25);
      world.source.down = unreachable;
      for (let minute = 1; minute <= 20; minute += 1) {
        await at(NOON + minute * MINUTE);
      }
      world.source.down = undefined;
      const back = NOON + 20 * MINUTE;
      for (let seconds = 5; seconds <= 60; seconds += 5) {
        await at(back + seconds);
      }

      const statuses = await world.statuses();
      expect(new Set(statuses.map(({ state }) => state))).toEqual(
        new Set(['ok']),
      );
      for (const { evaluatedAt } of statuses) {
        expect(evaluatedAt).toBeGreaterThanOrEqual(back);
      }
      await expect(
        world.ledger.gaps({
          objectiveId: ids[7],
          from: NOON - HOUR,
          to: NOON + 20 * MINUTE,
        }),
      ).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'fills a long outage by the backfill, newest first, and remembers when it was, %s',
    async id => {
      const { world, ids, engine, at } = await setUp(id);
      world.source.down = unreachable;
      await at(NOON + MINUTE);
      await at(NOON + 26 * HOUR);
      world.source.down = undefined;
      await at(NOON + 26 * HOUR + 20);
      await at(NOON + 26 * HOUR + 30);

      const outage = {
        objectiveId: ids[0],
        from: NOON,
        to: NOON + 26 * HOUR,
      };
      expect(await world.ledger.gaps(outage)).toEqual([
        { from: NOON, to: NOON + 25 * HOUR },
      ]);
      world.source.requests.length = 0;
      await engine.backfillDue();
      expect(await world.ledger.gaps(outage)).toEqual([]);
      const [first] = world.source.requests;
      expect(first.to).toBe(NOON + 25 * HOUR);

      await expect(
        world.database
          .client('slo_source_gap')
          .select('source', 'start', 'end'),
      ).resolves.toEqual([
        {
          source: 'prometheus',
          start: expect.anything(),
          end: expect.anything(),
        },
      ]);
      const [gap] = await world.database.client('slo_source_gap');
      expect([Number(gap.start), Number(gap.end)]).toEqual([
        NOON,
        NOON + 26 * HOUR + 20,
      ]);
      await at(NOON + 26 * HOUR + MINUTE);
      const [status] = await world.statuses();
      expect(status.payload.coverage).toBeCloseTo(1, 3);
    },
  );

  it.each(databases.ids)(
    'fills the time in which the portal itself was down alike, %s',
    async id => {
      const { world, ids } = await setUp(id);
      world.clock.seconds = NOON + 50 * HOUR;
      const restarted = await world.replica();

      await restarted.evaluateDue();
      await restarted.backfillDue();

      await expect(
        world.ledger.gaps({
          objectiveId: ids[1],
          from: NOON - HOUR,
          to: world.clock.seconds,
        }),
      ).resolves.toEqual([]);
      await expect(world.database.client('slo_source_gap')).resolves.toEqual(
        [],
      );
    },
  );

  it.each(databases.ids)(
    'pitfall 2: series that vanish while the source answers are no-data after half an hour, not unknown and not 100 %, %s',
    async id => {
      const { world, at } = await setUp(id);
      world.source.series = () => undefined;

      await at(NOON + 29 * MINUTE);
      expect((await world.statuses())[0].state).toBe('ok');
      await at(NOON + 31 * MINUTE);

      expect((await world.statuses())[0]).toMatchObject({
        state: 'no-data',
        payload: {
          reason: {
            code: 'series-absent',
            params: { since: '2026-11-20T12:00:00.000Z', ageSeconds: 1860 },
          },
        },
      });
    },
  );

  it.each(databases.ids)(
    'pitfall 1: NaN and infinities are not measured, whatever the source says of coverage, %s',
    async id => {
      const { world, ids, at } = await setUp(id);
      world.source.series = () => ({ bad: NaN, total: Infinity });
      await at(NOON + 5 * MINUTE);

      await expect(
        world.ledger.gaps({
          objectiveId: ids[0],
          from: NOON - HOUR,
          to: NOON + 5 * MINUTE,
        }),
      ).resolves.toEqual([{ from: NOON, to: NOON + 5 * MINUTE }]);
      const [{ payload }] = await world.statuses();
      expect(payload.budget.total).toEqual(expect.any(Number));
      expect(payload.dataUpTo).toBe('2026-11-20T12:00:00.000Z');
    },
  );
});
