import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { SloDatabase } from '../database/SloDatabase';
import { createTestLedger } from './__testUtils__/createTestLedger';
import { measuredHash } from './measuredHash';

const DAY = 86_400;
/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;
const OBJECTIVES = 40;
const DAYS = 25;
const GIB = 2 ** 30;

/** Numbers without a pattern that deflate could find, but always the same. */
function noise(seed: number): number {
  const value = Math.sin(seed) * 1e6;
  return value - Math.floor(value);
}

/** What one objective did in one quarter of an hour. */
type Shape = (seed: number) => { bad: number; total: number };

/** Counters: whole numbers, some busy, some quiet, few errors. */
const counters: Shape = seed => {
  const objective = Math.floor(seed / 1e6);
  const total = Math.floor(noise(seed) * 10 ** (1 + (objective % 5)));
  return { bad: Math.floor(total * 0.01 * noise(seed + 0.5)), total };
};

/** The worst case: both numbers are fractions in every cell. */
const fractions: Shape = seed => ({
  bad: 7 * noise(seed),
  total: 1e5 * noise(seed + 0.5),
});

async function bytesOf(database: SloDatabase): Promise<number> {
  const { client } = database;
  if (database.dialect === 'postgres') {
    const { rows } = await client.raw(
      `select pg_total_relation_size('slo_ledger') as size`,
    );
    return Number(rows[0].size);
  }
  const [{ page_count: pages }] = await client.raw('pragma page_count');
  const [{ page_size: size }] = await client.raw('pragma page_size');
  return pages * size;
}

describe('the size of the ledger', () => {
  const databases = createTestDatabases();

  it.each(
    databases.ids.flatMap(id => [
      { id, name: 'counters', shape: counters, limit: 3 },
      { id, name: 'fractions', shape: fractions, limit: 6 },
    ]),
  )(
    '10,000 objectives take at most $limit GB a year, $name, $id',
    async ({ id, shape, limit }) => {
      const database = await databases.create(id);
      const definitions = Array.from({ length: OBJECTIVES }, (_, index) =>
        objectiveDefinition({ ref: `slo:default/objective-${index}` }),
      );
      const ids = await insertObjectives({
        database,
        definitions,
        ready: true,
      });
      const ledger = createTestLedger({ database });
      const empty = await bytesOf(database);

      // day after day, as time brings them
      for (let day = 0; day < DAYS; day += 1) {
        const from = MIDNIGHT - (DAYS - day) * DAY;
        await ledger.record({
          readings: ids.map((objectiveId, index) => ({
            objectiveId,
            measuredHash: measuredHash(definitions[index]),
            from,
            to: from + DAY,
            step: 900,
            inconsistent: false,
            buckets: Array.from({ length: 96 }, (_, cell) => ({
              start: from + cell * 900,
              seconds: 900,
              coveredSeconds: 900,
              ...shape(index * 1e6 + day * 1e3 + cell),
            })),
          })),
        });
      }

      const perPage = ((await bytesOf(database)) - empty) / OBJECTIVES / DAYS;
      const year = perPage * 365 * 10_000;
      process.stdout.write(
        `${id}: ${perPage.toFixed(0)} bytes an objective and day, ` +
          `${(year / GIB).toFixed(2)} GiB a year\n`,
      );
      expect(year).toBeLessThan(limit * 1e9);
    },
  );
});
