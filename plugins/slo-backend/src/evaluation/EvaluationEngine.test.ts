import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createEngineWorld, NOON } from './__testUtils__/engineWorld';

const MINUTE = 60;
const DAY = 86_400;

describe('EvaluationEngine', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'gives a new objective its full status within one evaluation and its window, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(2);
      const engine = await world.replica();

      await expect(engine.evaluateDue()).resolves.toBe(2);
      expect((await world.statuses()).map(({ state }) => state)).toEqual([
        'warming-up',
        'warming-up',
      ]);
      await engine.backfillDue();
      await engine.evaluateDue();

      const [status] = await world.statuses();
      expect(status.state).toBe('ok');
      expect(status.evaluatedAt).toBe(NOON);
      expect(status.payload).toMatchObject({
        sli: expect.closeTo(0.9995, 9),
        coverage: expect.closeTo(1, 3),
        dataUpTo: '2026-11-20T12:00:00.000Z',
        windowFrom: '2026-10-21T12:00:00.000Z',
        budget: {
          bad: expect.closeTo(0.005 * 30 * DAY, 3),
          total: expect.closeTo(10 * 30 * DAY, 3),
        },
        burnRates: {
          '1h': expect.closeTo(0.5, 6),
          '3d': expect.closeTo(0.5, 6),
        },
      });
      expect(status.payload.trend).toHaveLength(30);
    },
  );

  it('tells at the end of a round, once all is written, and only then', async () => {
    const world = await createEngineWorld({ databases, id: 'SQLITE_3' });
    // more than one batch
    await world.addObjectives(250);
    const told = jest.fn();
    const engine = await world.replica({ onEvaluated: told });
    await engine.evaluateDue();
    expect(told).toHaveBeenCalledTimes(1);
    await engine.evaluateDue();
    expect(told).toHaveBeenCalledTimes(1);
    world.clock.seconds += MINUTE;
    await engine.evaluateDue();
    expect(told).toHaveBeenCalledTimes(2);
  });

  it.each(databases.ids)(
    'evaluates every minute, and reads only the newest buckets then, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(3);
      const engine = await world.replica();
      await engine.evaluateDue();
      await engine.backfillDue();
      await engine.evaluateDue();

      for (let minute = 1; minute <= 7; minute += 1) {
        world.clock.seconds = NOON + minute * MINUTE;
        world.source.requests.length = 0;
        await expect(engine.evaluateDue()).resolves.toBe(3);
        await expect(engine.evaluateDue()).resolves.toBe(0);
        expect(world.source.objectivesRead).toBe(3);
        for (const { from, to } of world.source.requests) {
          expect(to).toBe(world.clock.seconds);
          expect(to - from).toBeLessThanOrEqual(600);
        }
      }
      const [{ payload }] = await world.statuses();
      expect(payload.dataUpTo).toBe('2026-11-20T12:07:00.000Z');
      expect(payload.budget.total).toBeCloseTo(10 * 30 * DAY, -5);
    },
  );

  it.each(databases.ids)(
    'says which source is missing, and which document is faulty, without asking anybody, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(1, { source: 'stability' });
      const [faulty] = await world.addObjectives(1);
      await world.database
        .client('slo_objective')
        .where({ id: faulty })
        .update({
          faults: JSON.stringify([
            { path: 'spec.indicatorRef', message: 'There is no SLI of it' },
          ]),
        });
      const engine = await world.replica();

      await engine.evaluateDue();

      const statuses = await world.statuses();
      expect(
        statuses.map(({ state, payload }) => [state, payload.reason]),
      ).toEqual([
        [
          'no-data',
          { code: 'source-missing', params: { source: 'stability' } },
        ],
        [
          'no-data',
          expect.objectContaining({
            code: 'faulty',
            params: expect.objectContaining({ path: 'spec.indicatorRef' }),
          }),
        ],
      ]);
      expect(world.source.requests).toHaveLength(0);
    },
  );

  it.each(databases.ids)(
    'one bad query never spoils the objectives beside it, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(3);
      world.source.faults.set('slo:default/objective-2', [
        { path: 'spec.query', message: 'It gives two series' },
      ]);
      const engine = await world.replica();

      await engine.evaluateDue();

      const statuses = await world.statuses();
      expect(statuses.map(({ state }) => state)).toEqual([
        'warming-up',
        'no-data',
        'warming-up',
      ]);
      expect(statuses[1].payload).toMatchObject({
        faults: [{ path: 'spec.query', message: 'It gives two series' }],
        reason: { code: 'faulty' },
      });
    },
  );

  it.each(databases.ids)(
    'an objective that cannot be judged says so and is logged once, the others are written, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      const logger = mockServices.logger.mock();
      const [, , bad] = await world.addObjectives(3);
      const engine = await world.replica({ logger });
      const evaluateNext = () => {
        world.clock.seconds += MINUTE;
        return engine.evaluateDue();
      };
      await engine.evaluateDue();
      await engine.backfillDue();
      await engine.evaluateDue();
      expect((await world.statuses())[2].state).toBe('ok');
      const row = world.database.client('slo_objective').where({ id: bad });
      const { definition } = await row.clone().first();
      await row.clone().update({
        content_hash: 'of Mars',
        definition: JSON.stringify({
          ...JSON.parse(definition),
          window: {
            kind: 'calendar',
            duration: { value: 1, unit: 'M' },
            startTime: '2026-01-01 00:00:00',
            timeZone: 'Mars/Olympus',
          },
        }),
      });

      await expect(evaluateNext()).resolves.toBe(2);
      await expect(engine.evaluateDue()).resolves.toBe(0);
      await expect(evaluateNext()).resolves.toBe(2);

      const statuses = await world.statuses();
      expect(statuses.map(({ state }) => state)).toEqual([
        'ok',
        'ok',
        'no-data',
      ]);
      expect(statuses[2].payload).toMatchObject({
        reason: { code: 'not-judged' },
        forecast: { kind: 'unknown' },
        coverage: 0,
        dataUpTo: '2026-11-20T12:00:00.000Z',
      });
      expect(statuses[2].payload.budget).toEqual({});
      expect(logger.error.mock.calls).toEqual([
        [
          'Could not evaluate slo:default/objective-3#requests-served',
          expect.any(Error),
        ],
      ]);

      await row.clone().update({ definition, content_hash: 'of Earth again' });
      await expect(evaluateNext()).resolves.toBe(3);
      expect((await world.statuses())[2].state).toBe('ok');
    },
  );

  it.each(databases.ids)(
    'starts the ledger anew when an objective measures something else, and keeps it when only the target moves, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      const [moved, changed] = await world.addObjectives(2);
      const engine = await world.replica();
      await engine.evaluateDue();
      await engine.backfillDue();
      const month = { from: NOON - 30 * DAY, to: NOON };
      const before = await world.ledger.sum({
        objectiveIds: [moved, changed],
        ...month,
      });
      expect(before.get(changed)?.total).toBeCloseTo(10 * 30 * DAY, 3);

      const rows = await world.database.client('slo_objective').orderBy('id');
      const update = async (index: number, change: object) => {
        const definition = { ...JSON.parse(rows[index].definition), ...change };
        await world.database
          .client('slo_objective')
          .where({ id: rows[index].id })
          .update({
            definition: JSON.stringify(definition),
            definition_hash: index === 0 ? rows[0].definition_hash : 'other',
            due_at: 0,
          });
      };
      await update(0, { target: 0.9 });
      await update(1, {
        indicator: {
          ...JSON.parse(rows[1].definition).indicator,
          counter: false,
        },
      });
      world.source.series = (_at, { target }) => ({
        bad: 0,
        total: target === 0.9 ? 10 : 1,
      });
      await engine.evaluateDue();

      const between = await world.ledger.sum({
        objectiveIds: [moved, changed],
        ...month,
      });
      expect(between.get(moved)?.total).toBeCloseTo(10 * 30 * DAY, 3);
      expect(between.get(changed)?.total).toBeLessThanOrEqual(600);
      await engine.backfillDue();
      const after = await world.ledger.sum({
        objectiveIds: [changed],
        ...month,
      });
      expect(after.get(changed)).toMatchObject({ bad: 0, total: 30 * DAY });
    },
  );

  it.each(databases.ids)(
    'moves changed_at only when a reader would see a difference, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(1);
      const engine = await world.replica();
      await engine.evaluateDue();
      await engine.backfillDue();
      await engine.evaluateDue();
      const [{ changedAt }] = await world.statuses();

      world.clock.seconds = NOON + MINUTE;
      await engine.evaluateDue();
      expect((await world.statuses())[0]).toMatchObject({
        changedAt,
        evaluatedAt: NOON + MINUTE,
      });

      world.source.series = () => ({ bad: 5, total: 10 });
      world.clock.seconds = NOON + 2 * MINUTE;
      await engine.evaluateDue();
      expect((await world.statuses())[0].changedAt).toBe(world.clock.now());
    },
  );
});
