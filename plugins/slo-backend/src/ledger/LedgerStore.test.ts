import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import type { LedgerReading } from './LedgerReading';
import { createTestLedger } from './__testUtils__/createTestLedger';
import { measuredHash } from './measuredHash';

const DAY = 86_400;
/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;
const definition = objectiveDefinition();
const hash = measuredHash(definition);

function reading(
  objectiveId: number,
  from: number,
  counts: Array<[bad: number, total: number, covered?: number]>,
  overrides: Partial<LedgerReading> = {},
): LedgerReading {
  const step = overrides.step ?? 300;
  return {
    objectiveId,
    measuredHash: hash,
    from,
    to: from + counts.length * step,
    step,
    inconsistent: false,
    buckets: counts.map(([bad, total, coveredSeconds = step], index) => ({
      start: from + index * step,
      seconds: step,
      bad,
      total,
      coveredSeconds,
    })),
    ...overrides,
  };
}

describe('LedgerStore', () => {
  const databases = createTestDatabases();

  async function setUp(id: (typeof databases.ids)[number], count = 1) {
    const database = await databases.create(id);
    const ids = await insertObjectives({
      database,
      ready: true,
      definitions: Array.from({ length: count }, (_, index) => ({
        ...definition,
        ref: `slo:default/objective-${index}`,
      })),
    });
    return { database, ids, ledger: createTestLedger({ database }) };
  }

  it.each(databases.ids)(
    'reads back what was recorded, over midnight, %s',
    async id => {
      const { ledger, ids } = await setUp(id);
      const from = MIDNIGHT - 600;

      await ledger.record({
        readings: [
          reading(ids[0], from, [
            [1, 100],
            [0, 200],
            [0.25, 300.5],
            [0, 0],
          ]),
        ],
      });

      await expect(
        ledger.readBuckets({ objectiveId: ids[0], from, to: from + 1200 }),
      ).resolves.toEqual(
        [
          [1, 100],
          [0, 200],
          [0.25, 300.5],
          [0, 0],
        ].map(([bad, total], index) => ({
          start: from + index * 300,
          seconds: 300,
          bad,
          total,
          coveredSeconds: 300,
        })),
      );
      await expect(
        ledger.sum({ objectiveIds: ids, from: from + 300, to: from + 900 }),
      ).resolves.toEqual(
        new Map([
          [
            ids[0],
            {
              from: from + 300,
              to: from + 900,
              bad: 0.25,
              total: 500.5,
              coveredSeconds: 600,
            },
          ],
        ]),
      );
    },
  );

  it.each(databases.ids)(
    'replaces the unfinished newest bucket by the finished one, never the other way round, %s',
    async id => {
      const { ledger, ids } = await setUp(id);
      const [objectiveId] = ids;
      const range = { objectiveId, from: MIDNIGHT, to: MIDNIGHT + 300 };
      const partial = reading(objectiveId, MIDNIGHT, [[1, 40, 120]], {
        to: MIDNIGHT + 120,
      });
      const whole = reading(objectiveId, MIDNIGHT, [[3, 100]]);
      const finished = [
        {
          start: MIDNIGHT,
          seconds: 300,
          bad: 3,
          total: 100,
          coveredSeconds: 300,
        },
      ];

      await ledger.record({ readings: [partial] });
      expect((await ledger.readBuckets(range))[0]).toMatchObject({
        total: 40,
        coveredSeconds: 120,
      });
      await ledger.record({ readings: [whole] });
      expect(await ledger.readBuckets(range)).toEqual(finished);
      await ledger.record({ readings: [partial] });
      expect(await ledger.readBuckets(range)).toEqual(finished);
      await ledger.record({ readings: [whole, partial, whole] });
      expect(await ledger.readBuckets(range)).toEqual(finished);
    },
  );

  it.each(databases.ids)(
    'does not lose what was measured when the source forgets it, %s',
    async id => {
      const { ledger, ids } = await setUp(id);
      await ledger.record({ readings: [reading(ids[0], MIDNIGHT, [[2, 50]])] });

      const recorded = await ledger.record({
        readings: [
          reading(ids[0], MIDNIGHT, [], { to: MIDNIGHT + 300 }),
          reading(ids[0], MIDNIGHT, [[0, 0, 0]]),
          reading(ids[0], MIDNIGHT, [[NaN, Infinity]]),
        ],
      });

      expect(recorded.get(ids[0])?.oldestChange).toBeUndefined();
      expect(
        await ledger.sum({
          objectiveIds: ids,
          from: MIDNIGHT,
          to: MIDNIGHT + 300,
        }),
      ).toEqual(
        new Map([[ids[0], expect.objectContaining({ bad: 2, total: 50 })]]),
      );
    },
  );

  it.each(databases.ids)(
    'takes late samples of a finished bucket over, %s',
    async id => {
      const { ledger, ids } = await setUp(id);
      await ledger.record({ readings: [reading(ids[0], MIDNIGHT, [[2, 50]])] });

      const recorded = await ledger.record({
        readings: [reading(ids[0], MIDNIGHT, [[2, 55]])],
      });

      expect(recorded.get(ids[0])).toEqual({
        oldestChange: MIDNIGHT,
        measuredFrom: MIDNIGHT,
        measuredUpTo: MIDNIGHT + 300,
        change: {},
      });
    },
  );

  it.each(databases.ids)(
    'names the stretches that nothing was measured in, %s',
    async id => {
      const { ledger, ids } = await setUp(id);
      await ledger.record({
        readings: [
          reading(ids[0], MIDNIGHT, [
            [0, 10],
            [0, 0],
            [0, 0, 0],
            [0, 5, 60],
          ]),
        ],
      });

      await expect(
        ledger.gaps({
          objectiveId: ids[0],
          from: MIDNIGHT - 900,
          to: MIDNIGHT + 1800,
        }),
      ).resolves.toEqual([
        { from: MIDNIGHT - 900, to: MIDNIGHT },
        { from: MIDNIGHT + 600, to: MIDNIGHT + 900 },
        { from: MIDNIGHT + 1200, to: MIDNIGHT + 1800 },
      ]);
    },
  );

  it.each(databases.ids)(
    'sums a month of many objectives in one statement, %s',
    async id => {
      const { database, ledger, ids } = await setUp(id, 40);
      const from = MIDNIGHT - 30 * DAY;
      await ledger.record({
        readings: ids.map(objectiveId =>
          reading(
            objectiveId,
            from,
            Array.from({ length: 30 * 96 }, () => [1, objectiveId]),
            { step: 900 },
          ),
        ),
      });
      const statements: string[] = [];
      database.client.on('query', ({ sql }: { sql: string }) =>
        statements.push(sql),
      );

      const sums = await ledger.sum({
        objectiveIds: ids,
        from: from + 900,
        to: MIDNIGHT - 900,
      });

      expect(statements).toHaveLength(1);
      const cells = 30 * 96 - 2;
      expect(
        [...sums.values()].map(({ bad, total }) => ({ bad, total })),
      ).toEqual(
        ids.map(objectiveId => ({ bad: cells, total: cells * objectiveId })),
      );
    },
  );

  it.each(databases.ids)(
    'empties a ledger whose objective measures something else, and refuses readings made before, %s',
    async id => {
      const { database, ledger, ids } = await setUp(id, 2);
      const [changed, same] = ids;
      await ledger.record({
        readings: ids.map(objectiveId =>
          reading(objectiveId, MIDNIGHT, [[1, 10]]),
        ),
      });
      await database
        .client('slo_objective')
        .where({ id: changed })
        .update({ definition_hash: 'other' });

      const late = await ledger.record({
        readings: ids.map(objectiveId =>
          reading(objectiveId, MIDNIGHT + 300, [[1, 10]]),
        ),
      });
      expect([...late.keys()]).toEqual([same]);
      await expect(ledger.startAnew(ids)).resolves.toEqual([changed]);
      await expect(ledger.startAnew(ids)).resolves.toEqual([]);

      const range = { from: MIDNIGHT, to: MIDNIGHT + 600 };
      const sums = await ledger.sum({ objectiveIds: ids, ...range });
      expect(sums.get(changed)).toMatchObject({ total: 0, coveredSeconds: 0 });
      expect(sums.get(same)).toMatchObject({ total: 20, coveredSeconds: 600 });
      await expect(
        ledger.record({
          readings: [
            reading(changed, MIDNIGHT, [[5, 5]], { measuredHash: 'other' }),
          ],
        }),
      ).resolves.toEqual(
        new Map([
          [changed, expect.objectContaining({ measuredFrom: MIDNIGHT })],
        ]),
      );
    },
  );

  it.each(databases.ids)(
    'pitfall 16: the evaluation and the backfill write one day at the same time and lose nothing, %s',
    async id => {
      const { ledger, ids } = await setUp(id);
      const order = Array.from({ length: 48 }, (_, index) => (index * 7) % 48);

      await Promise.all(
        order.map(hour =>
          ledger.record({
            readings: [
              reading(
                ids[0],
                MIDNIGHT + hour * 3_600,
                Array.from({ length: 12 }, () => [1, 10]),
              ),
            ],
          }),
        ),
      );

      const sums = await ledger.sum({
        objectiveIds: ids,
        from: MIDNIGHT,
        to: MIDNIGHT + 2 * DAY,
      });
      expect(sums.get(ids[0])).toMatchObject({
        bad: 576,
        total: 5_760,
        coveredSeconds: 2 * DAY,
      });
    },
  );

  it.each(databases.ids)(
    'drops readings of an objective that is gone, %s',
    async id => {
      const { database, ledger, ids } = await setUp(id);
      await database.client('slo_objective').delete();

      await expect(
        ledger.record({ readings: [reading(ids[0], MIDNIGHT, [[1, 10]])] }),
      ).resolves.toEqual(new Map());
      await expect(database.client('slo_ledger')).resolves.toEqual([]);
    },
  );
});
