import { type Bucket, sumBuckets } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ledgerSums } from './ledgerSums';
import { createTestLedger } from './__testUtils__/createTestLedger';
import { measuredHash } from './measuredHash';

const DAY = 86_400;
/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;
const DAYS = 12;

describe('ledgerSums', () => {
  const databases = createTestDatabases();

  async function setUp(id: (typeof databases.ids)[number], count: number) {
    const database = await databases.create(id);
    const definition = objectiveDefinition();
    const ids = await insertObjectives({
      database,
      ready: true,
      definitions: Array.from({ length: count }, (_, index) => ({
        ...definition,
        ref: `slo:default/objective-${index}`,
      })),
    });
    const truth = new Map<number, Bucket[]>();
    const from = MIDNIGHT - DAYS * DAY;
    const readings = ids.map(objectiveId => {
      const buckets = Array.from({ length: DAYS * 288 }, (_, index) => ({
        start: from + index * 300,
        seconds: 300,
        bad: (index * objectiveId) % 5,
        total: (index * 31) % 1_000,
        coveredSeconds: index % 50 === 0 ? 120 : 300,
      }));
      truth.set(objectiveId, buckets);
      return {
        objectiveId,
        measuredHash: measuredHash(definition),
        from,
        to: MIDNIGHT,
        step: 300,
        buckets,
        inconsistent: false,
      };
    });
    await createTestLedger({ database }).record({ readings });
    return { database, ids, truth };
  }

  it.each(databases.ids)(
    'is what adding the buckets gives, wherever the bounds fall, %s',
    async id => {
      const { database, ids, truth } = await setUp(id, 3);
      const seconds = (min: number) =>
        fc.oneof(
          fc.integer({ min, max: (DAYS + 1) * DAY }),
          fc
            .integer({ min: Math.ceil(min / 300), max: (DAYS + 1) * 288 })
            .map(cells => cells * 300),
        );
      const range = fc
        .tuple(seconds(-DAY), seconds(1))
        .map(([offset, length]) => {
          const from = MIDNIGHT - DAYS * DAY + offset;
          return { from, to: from + length };
        });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(range, { maxLength: 10 }), {
            minLength: 3,
            maxLength: 3,
          }),
          async lists => {
            const sums = await ledgerSums({
              client: database.client,
              requests: ids.map((objectiveId, index) => ({
                objectiveId,
                ranges: lists[index],
              })),
            });
            ids.forEach((objectiveId, index) => {
              expect(sums.get(objectiveId)).toEqual(
                lists[index].map(one => ({
                  ...sumBuckets({
                    buckets: truth.get(objectiveId) ?? [],
                    ...one,
                  }),
                  inconsistent: false,
                })),
              );
            });
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it.each(databases.ids)(
    'counts each cell once where bounds fall beside the edges of pages, %s',
    async id => {
      const { database, ids, truth } = await setUp(id, 1);
      const edges = [-600, -300, 0, 300].map(
        offset => MIDNIGHT - 3 * DAY + offset,
      );
      const ranges = edges.flatMap(edge => [
        { from: MIDNIGHT - 5 * DAY, to: edge },
        { from: edge, to: MIDNIGHT - DAY },
      ]);

      for (const range of ranges) {
        const sums = await ledgerSums({
          client: database.client,
          requests: [{ objectiveId: ids[0], ranges: [range] }],
        });
        expect(sums.get(ids[0])?.[0]).toMatchObject(
          sumBuckets({ buckets: truth.get(ids[0]) ?? [], ...range }),
        );
      }
    },
  );

  it.each(databases.ids)(
    'copes with more bounds than a statement may hold, %s',
    async id => {
      const { database, ids, truth } = await setUp(id, 1);
      const ranges = Array.from({ length: 1_200 }, (_, index) => ({
        from: MIDNIGHT - DAYS * DAY + index * 300,
        to: MIDNIGHT - index * 60,
      }));

      const sums = await ledgerSums({
        client: database.client,
        requests: [{ objectiveId: ids[0], ranges }],
      });

      expect(sums.get(ids[0])?.map(({ total }) => total)).toEqual(
        ranges.map(
          range =>
            sumBuckets({ buckets: truth.get(ids[0]) ?? [], ...range }).total,
        ),
      );
    },
  );

  it.each(databases.ids)(
    'does not read a year of objectives that ask for a day, %s',
    async id => {
      const { database, ids } = await setUp(id, 4);
      let rows = 0;
      database.client.on('query-response', (response: unknown[]) => {
        rows += response.length;
      });

      await ledgerSums({
        client: database.client,
        requests: ids.map((objectiveId, index) => ({
          objectiveId,
          ranges: [
            { from: MIDNIGHT - (index === 0 ? DAYS : 1) * DAY, to: MIDNIGHT },
          ],
        })),
      });

      expect(rows).toBeLessThanOrEqual(DAYS + 3 * 3);
    },
  );

  it.each(databases.ids)('asks nothing for nothing, %s', async id => {
    const { database } = await setUp(id, 1);
    const asked = jest.fn();
    database.client.on('query', asked);

    await expect(
      ledgerSums({
        client: database.client,
        requests: [{ objectiveId: 1, ranges: [] }],
      }),
    ).resolves.toEqual(new Map([[1, []]]));
    expect(asked).not.toHaveBeenCalled();
  });
});
