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

/** A machine that is busy with other things is so for both. */
const mostMs = (seconds: number) => Math.max(250, seconds * 200);

describe('allotting a large month', () => {
  it.each(databases.ids)(
    'leaves the event loop to others all the while, %s',
    async id => {
      const figures = await allotMonth({
        database: await databases.create(id),
        size: SIZE,
        logger: mockServices.logger.mock(),
      });
      if (process.env.COST_SHOW_PACE) {
        process.stdout.write(`${id}: ${JSON.stringify(figures)}\n`);
      }
      expect(figures.lines).toBe(60_030);
      expect(figures.parts).toBe(60_000);
      const { allotSeconds, deriveSeconds, longestStallMs } = figures;
      expect(longestStallMs.allot).toBeLessThan(mostMs(allotSeconds));
      expect(longestStallMs.derive).toBeLessThan(mostMs(deriveSeconds));
    },
    120_000,
  );
});
