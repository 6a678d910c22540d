import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { createEngineWorld, NOON } from './__testUtils__/engineWorld';
import { ENGINE_TIMING } from './EngineTiming';
import { ObjectiveQueue } from './ObjectiveQueue';

const MINUTE = 60;
const DAY = 86_400;

describe('several replicas', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'pitfall 16: two replicas share the work, and nothing is evaluated twice, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(500);
      const sources = [FakeMetricsSource.create(), FakeMetricsSource.create()];
      for (const source of sources) {
        source.latencyMs = 20;
      }
      const replicas = await Promise.all(
        sources.map(source => world.replica({ source })),
      );

      const counts = await Promise.all(
        replicas.map(replica => replica.evaluateDue()),
      );

      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
      const read = sources.map(source => source.objectivesRead);
      expect(read.reduce((sum, count) => sum + count, 0)).toBe(500);
      expect(Math.min(...read)).toBeGreaterThan(0);
      const refs = sources.flatMap(({ requests }) =>
        requests.flatMap(({ objectives }) => objectives.map(({ ref }) => ref)),
      );
      expect(new Set(refs).size).toBe(500);
      expect(await world.statuses()).toHaveLength(500);
    },
  );

  it.each(databases.ids)(
    "a killed replica's objectives are taken over within 45 s, not before its lease ends, %s",
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(10);
      const killed = ObjectiveQueue.create({ database: world.database });
      await killed.claim({
        source: { is: 'prometheus' },
        now: world.clock.seconds,
        limit: 6,
      });
      const survivor = await world.replica();

      await expect(survivor.evaluateDue()).resolves.toBe(4);
      world.clock.seconds = NOON + ENGINE_TIMING.leaseSeconds - 1;
      await expect(survivor.evaluateDue()).resolves.toBe(0);
      world.clock.seconds = NOON + 45;
      await expect(survivor.evaluateDue()).resolves.toBe(6);
      expect(await world.statuses()).toHaveLength(10);
    },
  );

  it.each(databases.ids)(
    'a replica that was thought dead writes nothing when it wakes up, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      await world.addObjectives(3);
      const slow = FakeMetricsSource.create({
        series: () => ({ bad: 10, total: 10 }),
      });
      let wake = () => {};
      slow.onRead = () =>
        new Promise(resolve => {
          wake = resolve;
        });
      const sleeper = (await world.replica({ source: slow })).evaluateDue();
      await waitUntil(
        'the slow source to be asked',
        () => slow.requests.length === 1,
      );

      world.clock.seconds = NOON + MINUTE;
      const other = await world.replica();
      await expect(other.evaluateDue()).resolves.toBe(3);
      const before = await world.statuses();
      wake();

      await expect(sleeper).resolves.toBe(0);
      expect(await world.statuses()).toEqual(before);
      expect(before[0].payload.sli).toBeCloseTo(0.9995, 9);
    },
  );

  it.each(databases.ids)(
    'a replica that works for longer than its lease keeps its objectives, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      const ids = await world.addObjectives(2);
      const queue = ObjectiveQueue.create({ database: world.database });
      const { lease } = await queue.claim({
        source: { is: 'prometheus' },
        now: NOON,
        limit: 10,
      });

      await queue.renew({ lease, now: NOON + 20 });
      world.clock.seconds = NOON + ENGINE_TIMING.leaseSeconds + 5;

      await expect((await world.replica()).evaluateDue()).resolves.toBe(0);
      await queue.release({ lease, ids });
      await expect((await world.replica()).evaluateDue()).resolves.toBe(2);
    },
  );

  it.each(databases.ids)(
    'a definition that changes while the source is asked discards the answer, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      const [changed, same] = await world.addObjectives(2);
      const engine = await world.replica();
      world.source.onRead = async () => {
        world.source.onRead = undefined;
        await world.database
          .client('slo_objective')
          .where({ id: changed })
          .update({ definition_hash: 'other' });
      };

      await engine.evaluateDue();

      const range = { from: NOON - DAY, to: NOON };
      const sums = await world.ledger.sum({
        objectiveIds: [changed, same],
        ...range,
      });
      // read again at once with the new definition
      expect(world.source.objectivesRead).toBe(3);
      expect(sums.get(changed)?.total).toBe(sums.get(same)?.total);
      const [row] = await world.database
        .client('slo_objective')
        .where({ id: changed });
      expect(row.ledger_hash).toBe('other');
    },
  );

  it.each(databases.ids)(
    'a backfill that is interrupted goes on where it stopped, and ends with the same ledger, %s',
    async id => {
      const world = await createEngineWorld({ databases, id });
      const ids = await world.addObjectives(60);
      const first = await world.replica();
      await first.evaluateDue();
      world.source.requests.length = 0;
      world.source.onRead = async () => {
        if (world.source.requests.length === 3) {
          world.source.onRead = undefined;
          await first.stop();
        }
      };
      await expect(first.backfillDue()).rejects.toThrow('aborted');
      const read = world.source.requests.length;

      const second = await world.replica();
      await second.backfillDue();

      const [{ open }] = await world.database
        .client('slo_backfill')
        .count({ open: '*' });
      expect(Number(open)).toBe(0);
      expect(read).toBe(3);
      const sums = await world.ledger.sum({
        objectiveIds: ids,
        from: NOON - 30 * DAY,
        to: NOON,
      });
      for (const sum of sums.values()) {
        expect(sum).toMatchObject({
          total: expect.closeTo(10 * 30 * DAY, 3),
          coveredSeconds: 30 * DAY,
        });
      }
      const asked = world.source.requests.filter(
        ({ from }) => from < NOON - 29 * DAY,
      );
      expect(asked.length).toBeLessThanOrEqual(2 * 2);
    },
  );
});
