import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { EngineMetrics } from '../evaluation/EngineMetrics';
import { ObjectiveQueue } from '../evaluation/ObjectiveQueue';
import { createTestLedger } from '../ledger/__testUtils__/createTestLedger';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../sources/SourceRegistry';
import { BACKFILL_PRIORITY, enqueueBackfill } from './BackfillQueue';
import { BackfillWorker } from './BackfillWorker';

const DAY = 86_400;
/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

describe('BackfillWorker', () => {
  const databases = createTestDatabases();

  async function setUp(
    id: (typeof databases.ids)[number],
    objectives = 1,
    overrides: { queriesPerSecond?: number } = {},
  ) {
    const database = await databases.create(id);
    const source = FakeMetricsSource.create();
    const sources = await SourceRegistry.create({
      config: mockServices.rootConfig(),
      factories: [],
      added: [{ name: 'prometheus', type: 'fake', source }],
      database,
    });
    const ids = await insertObjectives({
      database,
      ready: true,
      definitions: Array.from({ length: objectives }, (_, index) =>
        objectiveDefinition({ ref: `slo:default/objective-${index}` }),
      ),
    });
    const clock = { seconds: NOON, evaluating: false };
    const ledger = createTestLedger({ database });
    const worker = () =>
      BackfillWorker.create({
        database,
        sources,
        source: sources.get('prometheus')!,
        objectives: ObjectiveQueue.create({ database }),
        logger: mockServices.logger.mock(),
        metrics: EngineMetrics.create({ metrics: metricsServiceMock.mock() }),
        queriesPerSecond: 1e6,
        isEvaluating: () => clock.evaluating,
        now: () => clock.seconds * 1000,
        ...overrides,
      });
    const enqueue = (
      objectiveId: number,
      priority: keyof typeof BACKFILL_PRIORITY,
      from: number,
      to: number,
    ) =>
      enqueueBackfill({
        client: database.client,
        stretches: [
          {
            objectiveId,
            source: 'prometheus',
            priority: BACKFILL_PRIORITY[priority],
            from,
            to,
          },
        ],
        now: NOON,
      });
    const open = () => database.client('slo_backfill').orderBy('id');
    const { signal } = new AbortController();
    return {
      database,
      source,
      sources,
      ids,
      clock,
      ledger,
      worker,
      enqueue,
      open,
      signal,
    };
  }

  it.each(databases.ids)(
    'reads a new objective’s window before the history of all others, newest first, %s',
    async id => {
      const { ids, enqueue, worker, source, open, signal } = await setUp(id, 2);
      const [old, fresh] = ids;
      await enqueue(old, 'history', NOON - 100 * DAY, NOON - 30 * DAY);
      await enqueue(old, 'gap', NOON - 2 * DAY, NOON - DAY);
      await enqueue(fresh, 'window', NOON - 30 * DAY, NOON);

      await worker().drain(signal);

      expect(
        source.requests.map(({ objectives, to }) => [
          objectives.map(({ ref }) => ref.at(-1)).join(),
          to,
        ]),
      ).toEqual([
        ['1', NOON],
        ['1', NOON - 3 * DAY - DAY / 2],
        ['0', NOON - DAY],
        ['0', NOON - 30 * DAY],
        ['0', expect.any(Number)],
        ['0', expect.any(Number)],
      ]);
      const ends = source.requests.slice(3).map(({ to }) => to);
      expect(ends).toEqual([...ends].sort((a, b) => b - a));
      await expect(open()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'fills the newest of several gaps first, those that end together at once, %s',
    async id => {
      const { ids, enqueue, worker, source, signal } = await setUp(id, 3);
      const [one, two, three] = ids;
      await enqueue(one, 'gap', NOON - 9 * DAY, NOON - 8 * DAY);
      await enqueue(two, 'gap', NOON - 6 * DAY, NOON - 5 * DAY);
      await enqueue(three, 'gap', NOON - 7 * DAY, NOON - 5 * DAY);

      await worker().drain(signal);

      expect(
        source.requests.map(({ objectives, from, to }) => [
          objectives.length,
          (NOON - from) / DAY,
          (NOON - to) / DAY,
        ]),
      ).toEqual([
        [2, 6, 5],
        [1, 7, 6],
        [1, 9, 8],
      ]);
    },
  );

  it.each(databases.ids)(
    'judges an objective again as soon as its window is there, %s',
    async id => {
      const { database, ids, enqueue, worker, signal } = await setUp(id);
      await database
        .client('slo_objective')
        .update({ due_at: NOON + 55, backfilled_from: NOON });
      await enqueue(ids[0], 'window', NOON - 30 * DAY, NOON);

      await worker().drain(signal);

      const [row] = await database.client('slo_objective');
      expect(Number(row.due_at)).toBe(NOON);
      expect(Number(row.backfilled_from)).toBe(NOON - 30 * DAY);
      expect(Number(row.measured_from)).toBe(NOON - 30 * DAY);
    },
  );

  it.each(databases.ids)(
    'stops where the source begins to remember, %s',
    async id => {
      const { ids, enqueue, worker, source, open, ledger, signal } =
        await setUp(id);
      source.oldest = NOON - 15 * DAY + 1_234;
      await enqueue(ids[0], 'window', NOON - 30 * DAY, NOON);
      await enqueue(ids[0], 'history', NOON - 400 * DAY, NOON - 30 * DAY);

      await worker().drain(signal);

      await expect(open()).resolves.toEqual([]);
      expect(Math.min(...source.requests.map(({ from }) => from))).toBe(
        NOON - 15 * DAY - DAY / 2,
      );
      const sum = await ledger.sum({ objectiveIds: ids, from: 0, to: NOON });
      expect(sum.get(ids[0])?.coveredSeconds).toBeGreaterThan(14.9 * DAY);
    },
  );

  it.each(databases.ids)(
    'a stretch that fails is tried again in smaller pieces, later each time, and never makes the source look down, %s',
    async id => {
      const { ids, enqueue, worker, source, sources, open, clock, signal } =
        await setUp(id, 40);
      for (const objectiveId of ids) {
        await enqueue(objectiveId, 'history', NOON - 16 * DAY, NOON - 10 * DAY);
      }
      source.onRead = ({ objectives, from, to }) => {
        if (objectives.length * (to - from) > 20 * DAY) {
          throw new Error('query processing would load too many samples');
        }
      };

      await expect(worker().drain(signal)).resolves.toBe(0);
      const [first] = await open();
      expect(first.attempts).toBe(1);
      expect(Number(first.due_at)).toBe(NOON + 30);
      for (
        let round = 0;
        round < 400 && (await open()).length > 0;
        round += 1
      ) {
        clock.seconds += 600;
        await worker().drain(signal);
      }

      await expect(open()).resolves.toEqual([]);
      expect((await sources.statuses())[0].up).toBe(true);
      const sizes = source.requests
        .slice(0, 4)
        .map(({ objectives }) => objectives.length);
      expect(sizes).toEqual([40, 25, 12, 6]);
    },
  );

  it.each(databases.ids)(
    'leaves a stretch open that can never be read, and goes on behind it, %s',
    async id => {
      const { ids, enqueue, worker, source, open, clock, ledger, signal } =
        await setUp(id);
      const broken = NOON - 20 * DAY - DAY / 2;
      await enqueue(ids[0], 'gap', NOON - 25 * DAY, NOON - 15 * DAY);
      source.onRead = ({ from, to }) => {
        if (from <= broken && broken < to) {
          throw new Error('corrupt block');
        }
      };

      for (
        let round = 0;
        round < 200 && (await open()).length > 0;
        round += 1
      ) {
        clock.seconds += 600;
        await worker().drain(signal);
      }

      await expect(open()).resolves.toEqual([]);
      const gaps = await ledger.gaps({
        objectiveId: ids[0],
        from: NOON - 25 * DAY,
        to: NOON - 15 * DAY,
      });
      expect(gaps).toEqual([{ from: broken, to: broken + DAY }]);
    },
  );

  it.each(databases.ids)(
    'waits for the mend of a faulty document and asks for its history then, %s',
    async id => {
      const { database, ids, enqueue, worker, source, open, ledger, signal } =
        await setUp(id, 2);
      const stretch = { from: NOON - 20 * DAY, to: NOON - 5 * DAY };
      for (const objectiveId of ids) {
        await enqueue(objectiveId, 'history', stretch.from, stretch.to);
      }
      const faulty = database.client('slo_objective').where('id', ids[1]);
      await faulty.clone().update({
        faults: JSON.stringify([{ path: 'spec', message: 'no such SLI' }]),
      });

      await worker().drain(signal);

      expect(source.requests.flatMap(({ objectives }) => objectives)).toEqual([
        expect.objectContaining({ ref: 'slo:default/objective-0' }),
      ]);
      expect(await open()).toMatchObject([
        { objective_id: ids[1], attempts: 0 },
      ]);

      await faulty.clone().update({ faults: '[]' });
      await worker().drain(signal);

      await expect(open()).resolves.toEqual([]);
      for (const objectiveId of ids) {
        await expect(ledger.gaps({ objectiveId, ...stretch })).resolves.toEqual(
          [],
        );
      }
    },
  );

  it.each(databases.ids)(
    'takes nothing for read that came back with a fault, and reads it later, %s',
    async id => {
      const { database, ids, enqueue, worker, source, open, ...world } =
        await setUp(id, 2);
      const { clock, ledger, signal } = world;
      await database.client('slo_objective').update({ backfilled_from: NOON });
      const stretch = { from: NOON - 90 * DAY, to: NOON - 5 * DAY };
      for (const objectiveId of ids) {
        await enqueue(objectiveId, 'history', stretch.from, stretch.to);
      }
      const ref = 'slo:default/objective-1';
      source.faults.set(ref, [{ path: 'query', message: 'took too long' }]);

      await worker().drain(signal);

      const asked = source.requests.filter(({ objectives }) =>
        objectives.some(objective => objective.ref === ref),
      );
      expect(asked).toHaveLength(1);
      const [left, ...others] = await open();
      expect(others).toEqual([]);
      expect(left).toMatchObject({ objective_id: ids[1], attempts: 1 });
      expect(Number(left.end)).toBe(stretch.to);
      expect(Number(left.due_at)).toBe(NOON + 30);
      const [, row] = await database.client('slo_objective').orderBy('id');
      expect(Number(row.backfilled_from)).toBe(NOON);
      await expect(
        ledger.gaps({ objectiveId: ids[0], ...stretch }),
      ).resolves.toEqual([]);

      source.faults.clear();
      clock.seconds += 30;
      await worker().drain(signal);

      await expect(open()).resolves.toEqual([]);
      await expect(
        ledger.gaps({ objectiveId: ids[1], ...stretch }),
      ).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'asks ever more seldom for what is refused for ever, and reads the rest, %s',
    async id => {
      const { ids, enqueue, worker, source, open, clock, signal } = await setUp(
        id,
        2,
      );
      const ref = 'slo:default/objective-1';
      source.faults.set(ref, [{ path: 'query', message: 'parse error' }]);
      await enqueue(ids[1], 'window', NOON - 30 * DAY, NOON);
      await enqueue(ids[0], 'history', NOON - 90 * DAY, NOON - 5 * DAY);

      const times: number[] = [];
      source.onRead = ({ objectives }) => {
        if (objectives[0].ref === ref) {
          times.push(clock.seconds);
        }
      };
      for (let round = 0; round < 600; round += 1) {
        await worker().drain(signal);
        clock.seconds += 60;
      }

      const pauses = times.slice(1).map((at, index) => at - times[index]);
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
      expect(pauses.at(-1)).toBe(3_600);
      expect(pauses.slice(0, 5)).toEqual([60, 60, 120, 240, 480]);
      const [left, ...others] = await open();
      expect(others).toEqual([]);
      expect([Number(left.start), Number(left.end)]).toEqual([
        NOON - 30 * DAY,
        NOON,
      ]);
    },
  );

  it.each(databases.ids)(
    'leaves a day open that is too much for the source while newer ones are not, %s',
    async id => {
      const { database, ids, enqueue, worker, source, open, ...world } =
        await setUp(id);
      const { clock, ledger, signal } = world;
      const broken = NOON - 20 * DAY - DAY / 2;
      const stretch = { from: NOON - 25 * DAY, to: NOON - 15 * DAY };
      await enqueue(ids[0], 'gap', stretch.from, stretch.to);
      source.onRead = ({ objectives, from, to }) => {
        source.faults.clear();
        if (from <= broken && broken < to) {
          source.faults.set(objectives[0].ref, [
            { path: 'query', message: 'too many samples' },
          ]);
        }
      };

      for (
        let round = 0;
        round < 200 && (await open()).length > 0;
        round += 1
      ) {
        clock.seconds += 600;
        await database
          .client('slo_objective')
          .update({ read_up_to: clock.seconds - 60 });
        await worker().drain(signal);
      }

      await expect(open()).resolves.toEqual([]);
      await expect(
        ledger.gaps({ objectiveId: ids[0], ...stretch }),
      ).resolves.toEqual([{ from: broken, to: broken + DAY }]);
    },
  );

  it.each(databases.ids)(
    'one replica at a time reads from a source, and a dead one is followed, %s',
    async id => {
      const { database, ids, enqueue, worker, open, clock, signal } =
        await setUp(id);
      await enqueue(ids[0], 'gap', NOON - 2 * DAY, NOON - DAY);
      await database.client('slo_source').update({
        backfill_owner: 'other',
        backfill_until: (NOON + 120) * 1000,
      });

      await expect(worker().drain(signal)).resolves.toBe(0);
      expect(await open()).toHaveLength(1);
      clock.seconds = NOON + 121;
      await expect(worker().drain(signal)).resolves.toBe(1);
      await expect(open()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'waits while the evaluation works, and while the source is down, %s',
    async id => {
      const { ids, enqueue, worker, open, clock, sources, source, signal } =
        await setUp(id);
      await enqueue(ids[0], 'gap', NOON - 2 * DAY, NOON - DAY);
      await sources.health.failed({
        name: 'prometheus',
        at: NOON * 1000,
        error: new Error('down'),
      });
      await expect(worker().drain(signal)).resolves.toBe(0);
      await sources.health.answered({
        name: 'prometheus',
        at: NOON * 1000,
        durationMs: 1,
      });

      clock.evaluating = true;
      const draining = worker().drain(signal);
      await new Promise(resolve => {
        setTimeout(resolve, 250);
      });
      expect(source.requests).toHaveLength(0);
      clock.evaluating = false;
      await expect(draining).resolves.toBe(1);
      await expect(open()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'keeps the stretches of a removed objective until its document returns, %s',
    async id => {
      const { database, ids, enqueue, worker, open, signal } = await setUp(id);
      await enqueue(ids[0], 'gap', NOON - 2 * DAY, NOON - DAY);
      await database.client('slo_objective').update({ removed_at: NOON });
      await expect(worker().drain(signal)).resolves.toBe(0);
      expect(await open()).toHaveLength(1);

      await database.client('slo_objective').update({ removed_at: null });
      await expect(worker().drain(signal)).resolves.toBe(1);
    },
  );

  it.each(databases.ids)(
    'keeps to the rate that it was given, %s',
    async id => {
      const { ids, enqueue, worker, clock, source, signal } = await setUp(
        id,
        1,
        {
          queriesPerSecond: 10,
        },
      );
      await enqueue(ids[0], 'gap', NOON - 100 * DAY, NOON - 5 * DAY);
      const started = Date.now();
      source.onRead = () => {
        clock.seconds = NOON + (Date.now() - started) / 1000;
      };

      await worker().drain(signal);

      expect(source.requests.length).toBe(4);
      expect(Date.now() - started).toBeGreaterThanOrEqual(290);
    },
  );

  it.each(databases.ids)(
    'writes nothing that it read before another replica took over, %s',
    async id => {
      const { ids, enqueue, worker, source, clock, ledger, open, signal } =
        await setUp(id);
      const range = { from: NOON - 2 * DAY, to: NOON - DAY };
      await enqueue(ids[0], 'gap', range.from, range.to);
      source.series = () => ({ bad: 10, total: 10 });
      let wake = () => {};
      source.onRead = () => {
        source.onRead = undefined;
        return new Promise(resolve => {
          wake = resolve;
        });
      };
      const sleeper = worker().drain(signal);
      await waitUntil('a question', () => source.requests.length > 0);

      clock.seconds += 31;
      source.series = () => ({ bad: 0, total: 10 });
      await worker().drain(signal);
      await expect(open()).resolves.toEqual([]);
      source.series = () => ({ bad: 10, total: 10 });
      wake();

      await expect(sleeper).resolves.toBe(0);
      await expect(
        ledger.sum({ objectiveIds: ids, ...range }),
      ).resolves.toEqual(
        new Map([
          [ids[0], { ...range, bad: 0, total: 10 * DAY, coveredSeconds: DAY }],
        ]),
      );
    },
  );

  it.each(databases.ids)(
    'notes the stretches of a large fleet at once, each once, %s',
    async id => {
      const { database, ids, open } = await setUp(id);
      const stretches = Array.from({ length: 600 }, (_, index) => ({
        objectiveId: ids[0],
        source: 'prometheus',
        priority: BACKFILL_PRIORITY.gap,
        from: NOON - index * 300,
        to: NOON + 300,
      }));
      const { client } = database;

      await enqueueBackfill({ client, stretches, now: NOON });
      await enqueueBackfill({ client, stretches, now: NOON });

      expect(await open()).toHaveLength(600);
    },
  );
});
