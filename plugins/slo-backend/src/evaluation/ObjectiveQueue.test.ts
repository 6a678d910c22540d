import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ENGINE_TIMING } from './EngineTiming';
import { ObjectiveQueue } from './ObjectiveQueue';

const NOW = 1_795_000_000;

describe('ObjectiveQueue', () => {
  const databases = createTestDatabases();

  async function setUp(id: (typeof databases.ids)[number], sources: string[]) {
    const database = await databases.create(id);
    const ids = await insertObjectives({
      database,
      definitions: sources.map((source, index) =>
        objectiveDefinition({ ref: `slo:default/objective-${index}`, source }),
      ),
      dueAt: NOW,
    });
    return { database, ids, queue: ObjectiveQueue.create({ database }) };
  }

  it.each(databases.ids)(
    'hands out what is due of a source, the longest waiting first, %s',
    async id => {
      const { database, ids, queue } = await setUp(id, ['a', 'a', 'a', 'b']);
      await database
        .client('slo_objective')
        .where({ id: ids[2] })
        .update({ due_at: NOW - 60 });
      await database
        .client('slo_objective')
        .where({ id: ids[1] })
        .update({ due_at: NOW + 60 });
      const claim = async (limit: number) =>
        (
          await queue.claim({ source: { is: 'a' }, now: NOW, limit })
        ).objectives.map(objective => objective.id);

      expect(await claim(1)).toEqual([ids[2]]);
      expect(await claim(10)).toEqual([ids[0]]);
      expect(await claim(10)).toEqual([]);
      const ahead = await queue.claim({
        source: { is: 'a' },
        now: NOW,
        dueBefore: NOW + 60,
        limit: 10,
      });
      expect(ahead.objectives.map(objective => objective.id)).toEqual([ids[1]]);
    },
  );

  it.each(databases.ids)(
    'hands out what belongs to no known source, and nothing that was removed, %s',
    async id => {
      const { database, ids, queue } = await setUp(id, ['a', 'x', 'y']);
      await database
        .client('slo_objective')
        .where({ id: ids[2] })
        .update({ removed_at: NOW });

      const { objectives } = await queue.claim({
        source: { notIn: ['a', 'b'] },
        now: NOW,
        limit: 10,
      });

      expect(objectives.map(objective => objective.id)).toEqual([ids[1]]);
      const due = (notIn: string[]) =>
        queue.countDue({ source: { notIn }, now: NOW });
      await expect(due([])).resolves.toBe(2);
      await expect(due(['a'])).resolves.toBe(1);
      await expect(due(['a', 'x', 'y'])).resolves.toBe(0);
      await expect(
        queue.countDue({ source: { is: 'a' }, now: NOW - 1 }),
      ).resolves.toBe(0);
    },
  );

  it.each(databases.ids)(
    'gives nothing to two at a time, and no more than asked for, %s',
    async id => {
      const { queue, ids } = await setUp(
        id,
        Array.from({ length: 90 }, () => 'a'),
      );

      const batches = await Promise.all(
        Array.from({ length: 10 }, () =>
          queue.claim({ source: { is: 'a' }, now: NOW, limit: 10 }),
        ),
      );

      const claimed = batches.flatMap(({ objectives }) =>
        objectives.map(objective => objective.id),
      );
      expect(new Set(claimed).size).toBe(claimed.length);
      for (const { objectives } of batches) {
        expect(objectives.length).toBeLessThanOrEqual(10);
      }
      expect(claimed.length).toBeLessThanOrEqual(ids.length);
      expect(claimed.length).toBeGreaterThanOrEqual(10);
    },
  );

  it.each(databases.ids)(
    'knows which objectives a claim still holds, %s',
    async id => {
      const { database, ids, queue } = await setUp(id, ['a', 'a', 'a']);
      const { lease } = await queue.claim({
        source: { is: 'a' },
        now: NOW,
        limit: 10,
      });
      const held = () =>
        database.client.transaction(transaction =>
          queue.held(transaction, { lease, ids }),
        );
      expect(await held()).toEqual(new Set(ids));

      await database
        .client('slo_objective')
        .where({ id: ids[0] })
        .update({ removed_at: NOW });
      await queue.release({ lease, ids: [ids[1]], dueAt: NOW + 60 });

      expect(await held()).toEqual(new Set([ids[2]]));
      const later = await queue.claim({
        source: { is: 'a' },
        now: NOW + ENGINE_TIMING.leaseSeconds,
        limit: 10,
      });
      expect(later.objectives.map(objective => objective.id)).toEqual([ids[2]]);
      expect(await held()).toEqual(new Set());
    },
  );

  it.each(databases.ids)(
    'makes a source’s objectives due after an outage, and single ones that nobody has, %s',
    async id => {
      const { database, ids, queue } = await setUp(id, ['a', 'a', 'b']);
      const due = async () =>
        (await database.client('slo_objective').orderBy('id')).map(row =>
          Number(row.due_at),
        );
      await database.client('slo_objective').update({ due_at: NOW + 60 });
      await queue.makeDue({ source: 'a', now: NOW });
      expect(await due()).toEqual([NOW, NOW, NOW + 60]);

      await queue.claim({ source: { is: 'a' }, now: NOW, limit: 1 });
      await queue.makeDue({ ids, now: NOW - 1 });
      expect(await due()).toEqual([NOW, NOW - 1, NOW - 1]);
    },
  );
});
