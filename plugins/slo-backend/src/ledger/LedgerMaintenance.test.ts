import { mockServices } from '@backstage/backend-test-utils';
import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { fineHorizon } from './cellSteps';
import { LedgerMaintenance } from './LedgerMaintenance';
import { createTestLedger } from './__testUtils__/createTestLedger';
import { measuredHash } from './measuredHash';

const DAY = 86_400;
/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

describe('LedgerMaintenance', () => {
  const databases = createTestDatabases();

  async function setUp(
    id: (typeof databases.ids)[number],
    overrides: Partial<ObjectiveDefinition> = {},
  ) {
    const database = await databases.create(id);
    const definition = objectiveDefinition(overrides);
    const [objectiveId] = await insertObjectives({
      database,
      definitions: [definition],
      ready: true,
    });
    const ledger = createTestLedger({ database });
    const write = (from: number, to: number, step: number) =>
      ledger.record({
        readings: [
          {
            objectiveId,
            measuredHash: measuredHash(definition),
            from,
            to,
            step,
            inconsistent: false,
            buckets: Array.from({ length: (to - from) / step }, (_, index) => ({
              start: from + index * step,
              seconds: step,
              bad: index % 3,
              total: 1 + (index % 100),
              coveredSeconds: step,
            })),
          },
        ],
      });
    const sum = async () =>
      (
        await ledger.sum({ objectiveIds: [objectiveId], from: 0, to: NOON })
      ).get(objectiveId);
    const run = (options: { keepDays?: number } = {}) =>
      LedgerMaintenance.create({
        database,
        logger: mockServices.logger.mock(),
        keepDays: 1830,
        keepRemovedDays: 30,
        now: () => NOON * 1000,
        ...options,
      }).run(new AbortController().signal);
    const pages = () => database.client('slo_ledger').orderBy('start');
    return { database, ledger, objectiveId, write, sum, run, pages };
  }

  it.each(databases.ids)(
    'folds to quarter hours after three days, never within the three-day window, %s',
    async id => {
      const { write, sum, run, pages, ledger, objectiveId } = await setUp(id);
      await write(NOON - 8 * DAY, NOON, 300);
      const before = await sum();
      const window = { objectiveId, from: NOON - 3 * DAY, to: NOON };
      const fine = await ledger.readBuckets(window);

      const report = await run();

      expect(report.foldedPages).toBe(5);
      expect(await sum()).toEqual(before);
      expect(
        (await pages()).map(({ start, step }) => [
          Number(start) >= fineHorizon(NOON),
          step,
        ]),
      ).toEqual([
        ...Array.from({ length: 5 }, () => [false, 900]),
        ...Array.from({ length: 4 }, () => [true, 300]),
      ]);
      expect(await ledger.readBuckets(window)).toEqual(fine);
      expect(await run()).toMatchObject({ foldedPages: 0 });
    },
  );

  it.each(databases.ids)(
    'folds to days of the zone after 400 days, and writes to them later are folded alike, %s',
    async id => {
      const { write, sum, run, pages, ledger, objectiveId } = await setUp(id, {
        window: {
          kind: 'calendar',
          duration: { value: 1, unit: 'M' },
          startTime: '2026-01-01 00:00:00',
          timeZone: 'Asia/Kathmandu',
        },
      });
      const oldest = NOON - 500 * DAY;
      await write(oldest, NOON - 390 * DAY, 900);
      const before = await sum();

      await run();

      expect(await sum()).toEqual(before);
      const rows = await pages();
      const days = rows.filter(({ step }) => step === DAY);
      expect(days.length).toBe(100);
      // midnight in Kathmandu
      expect(days.every(({ start }) => Number(start) % DAY === 65_700)).toBe(
        true,
      );
      expect(Number(rows[100].start)).toBe(Number(days[99].end));
      const buckets = await ledger.readBuckets({
        objectiveId,
        from: 0,
        to: NOON,
      });
      expect(buckets[50]).toMatchObject({ seconds: DAY, coveredSeconds: DAY });

      await write(oldest, oldest + 10 * DAY, 900);
      expect(await sum()).toEqual(before);
      await run();
      expect(await sum()).toEqual(before);
    },
  );

  it.each(databases.ids)(
    'removes what is older than it is kept, %s',
    async id => {
      const { database, write, run, pages } = await setUp(id);
      await write(NOON - 100 * DAY, NOON - 80 * DAY, 900);
      await database.client('slo_source_gap').insert([
        { source: 'a', start: 1, end: 2 },
        { source: 'a', start: NOON - 9, end: NOON },
        { source: 'a', start: NOON - 5 },
      ]);

      const report = await run({ keepDays: 90 });

      expect(report.removedPages).toBe(11);
      expect(Number((await pages())[0].start)).toBeGreaterThanOrEqual(
        NOON - 90 * DAY,
      );
      expect(await database.client('slo_source_gap')).toHaveLength(2);
    },
  );

  it.each(databases.ids)(
    'keeps what the window of an objective reaches back to, however little is kept, %s',
    async id => {
      const { write, sum, run } = await setUp(id, {
        window: { kind: 'rolling', duration: { value: 1, unit: 'Q' } },
      });
      await write(NOON - 120 * DAY, NOON - 30 * DAY, DAY);
      await write(NOON - 30 * DAY, NOON, 900);

      const report = await run({ keepDays: 60 });

      expect(report.removedPages).toBeGreaterThan(0);
      const { coveredSeconds } = (await sum())!;
      expect(coveredSeconds).toBeGreaterThanOrEqual(90 * DAY);
      expect(coveredSeconds).toBeLessThanOrEqual(94 * DAY);
    },
  );

  it.each(databases.ids)(
    'removes an objective and all of it a month after its document went, not before, %s',
    async id => {
      const { database, write, run, objectiveId } = await setUp(id);
      await write(NOON - DAY, NOON, 300);
      await database.client('slo_status').insert({
        objective_id: objectiveId,
        state: 'ok',
        state_rank: 7,
        payload: '{}',
        changed_at: 0,
      });
      await database.client('slo_backfill').insert({
        objective_id: objectiveId,
        source: 'a',
        priority: 1,
        start: 0,
        end: 1,
        due_at: 0,
      });
      const remaining = async () => {
        const counts: number[] = [];
        for (const table of [
          'slo_objective',
          'slo_status',
          'slo_backfill',
          'slo_ledger',
        ]) {
          counts.push((await database.client(table)).length);
        }
        return counts;
      };
      const removedAt = (at: number) =>
        database.client('slo_objective').update({ removed_at: at });

      await removedAt(NOON - 29 * DAY);
      expect(await run()).toMatchObject({ removedObjectives: 0 });
      expect(await remaining()).toEqual([1, 1, 1, 2]);
      await removedAt(NOON - 31 * DAY);
      expect(await run()).toMatchObject({ removedObjectives: 1 });
      expect(await remaining()).toEqual([0, 0, 0, 0]);
    },
  );

  it.each(databases.ids)('stops when it is told to, %s', async id => {
    const { database } = await setUp(id);
    const stop = new AbortController();
    stop.abort(new Error('shutting down'));

    await expect(
      LedgerMaintenance.create({
        database,
        logger: mockServices.logger.mock(),
        keepDays: 1,
        keepRemovedDays: 1,
      }).run(stop.signal),
    ).rejects.toThrow('shutting down');
  });

  it.each(databases.ids)('is scheduled once for all replicas, %s', async id => {
    const { database } = await setUp(id);
    const scheduler = mockServices.scheduler.mock();
    const logger = mockServices.logger.mock();

    await LedgerMaintenance.create({
      database,
      logger,
      keepDays: 1,
      keepRemovedDays: 1,
    }).schedule(scheduler);

    const [task] = scheduler.scheduleTask.mock.calls[0];
    expect(task).toMatchObject({ scope: 'global' });
    await task.fn(new AbortController().signal);
    expect(logger.info).toHaveBeenCalledWith('Kept the ledger small', {
      foldedPages: 0,
      removedObjectives: 0,
      removedPages: 0,
    });
  });
});
