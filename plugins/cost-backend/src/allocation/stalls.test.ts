import { mockServices } from '@backstage/backend-test-utils';
import { allotMonth } from '../__testUtils__/allotMonth';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

const databases = createTestDatabases();

/** 60,000 lines to 1,000 services; `npm run bench -- costAllocate` has more. */
const SIZE = {
  month: '2026-11-01',
  services: 1_000,
  charges: 2,
  historyDays: 14,
};

/**
 * A turn of the work takes 8, with what cannot be divided some 30; in one piece
 * it would be seconds, on the slowest machine as on this one.
 */
const MOST_MS = 500;

describe('allotting a large month', () => {
  it.each(databases.ids)(
    'leaves the event loop to others all the while, %s',
    async id => {
      const figures = await allotMonth({
        database: await databases.create(id),
        size: SIZE,
        logger: mockServices.logger.mock(),
        isExported: true,
      });
      if (process.env.COST_SHOW_PACE) {
        process.stdout.write(`${id}: ${JSON.stringify(figures)}\n`);
      }
      expect(figures.lines).toBe(60_030);
      expect(figures.parts).toBe(60_000);
      // SQLite has one connection, and pages wait for the month
      const share = id === 'SQLITE_3' ? Infinity : 0.5;
      expect(figures.longestPageMs).toBeLessThan(
        figures.allotSeconds * 1_000 * share,
      );
      const { idle, ...works } = figures.stalls;
      expect(Object.keys(works).sort()).toEqual(['allot', 'derive', 'export']);
      for (const { longestWorkMs } of Object.values(works)) {
        // by what this thread did: a busy machine takes turns away from who
        // works, and none from who is idle
        expect(longestWorkMs).toBeLessThan(MOST_MS + idle.longestWorkMs);
      }
    },
    // some 20 s here
    900_000,
  );
});
