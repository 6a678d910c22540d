import {
  type Bucket,
  sumBuckets,
  unionRanges,
  withoutExcluded,
} from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createTestLedger } from '../ledger/__testUtils__/createTestLedger';
import { ledgerSums } from '../ledger/ledgerSums';
import { measuredHash } from '../ledger/measuredHash';
import { correctedSums } from './correctedSums';

const databases = createTestDatabases();
const DAY = 86_400;
const DAYS = 5;
/** 2026-11-15T00:00:00Z */
const START = Date.UTC(2026, 10, 15) / 1000;

async function setUp(id: (typeof databases.ids)[number]) {
  const database = await databases.create(id);
  const definition = objectiveDefinition();
  const ids = await insertObjectives({
    database,
    ready: true,
    definitions: [1, 2].map(number => ({
      ...definition,
      ref: `slo:default/objective-${number}`,
    })),
  });
  const buckets: Bucket[] = Array.from({ length: DAYS * 288 }, (_, index) => ({
    start: START + index * 300,
    seconds: 300,
    bad: index % 7,
    total: (index * 31) % 1_000,
    coveredSeconds: index % 50 === 0 ? 120 : 300,
  }));
  await createTestLedger({ database }).record({
    readings: ids.map(objectiveId => ({
      objectiveId,
      measuredHash: measuredHash(definition),
      from: START,
      to: START + DAYS * DAY,
      step: 300,
      buckets,
      inconsistent: false,
    })),
  });
  return { client: database.client, ids, buckets };
}

describe('correctedSums', () => {
  const quarters = fc
    .tuple(
      fc.integer({ min: -96, max: DAYS * 96 }),
      fc.integer({ min: 1, max: 200 }),
    )
    .map(([from, length]) => ({
      from: START + from * 900,
      to: START + (from + length) * 900,
    }));
  const range = fc
    .tuple(fc.integer({ min: 0, max: DAYS * DAY }), fc.nat(DAYS * DAY))
    .map(([from, length]) => ({
      from: START + from,
      to: START + from + length,
    }));

  it.each(databases.ids)(
    'are sums of the buckets that are left, never more than was measured, %s',
    async id => {
      const { client, ids, buckets } = await setUp(id);
      await fc.assert(
        fc.asyncProperty(
          fc.array(quarters, { maxLength: 6 }),
          fc.array(range, { minLength: 1, maxLength: 5 }),
          async (intervals, ranges) => {
            const excluded = unionRanges(intervals);
            const [one, other] = ids;
            const sums = await correctedSums({
              client,
              requests: [
                { objectiveId: one, ranges, excluded },
                { objectiveId: other, ranges },
              ],
            });
            const left = withoutExcluded({ buckets, excluded });
            expect(sums.get(one)).toEqual(
              ranges.map(each => ({
                ...sumBuckets({ buckets: left, ...each }),
                inconsistent: false,
              })),
            );
            const raw = await ledgerSums({
              client,
              requests: [{ objectiveId: other, ranges }],
            });
            expect(sums.get(other)).toEqual(raw.get(other));
            sums.get(one)?.forEach(({ bad, total }, index) => {
              const [measured] = [sums.get(other)?.[index]];
              expect(bad).toBeLessThanOrEqual(measured?.bad ?? NaN);
              expect(total).toBeLessThanOrEqual(measured?.total ?? NaN);
            });
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it('ask one statement, with corrections and without', async () => {
    const { client, ids } = await setUp('SQLITE_3');
    const statements: string[] = [];
    client.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    const ranges = [{ from: START, to: START + DAY }];
    await correctedSums({
      client,
      requests: [
        { objectiveId: ids[0], ranges },
        {
          objectiveId: ids[1],
          ranges,
          excluded: [{ from: START + 3_600, to: START + 7_200 }],
        },
      ],
    });
    expect(statements).toHaveLength(1);
  });
});
