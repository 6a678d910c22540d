import { listDays } from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, refOf, UNIT } from '../__testUtils__/costWorld';

const databases = createTestDatabases();

const costs = (name: string, from: string, to: string, amount: bigint) =>
  listDays(from, to).map(day => ({
    day,
    amount: amount * UNIT,
    tags: { service: name },
  }));

describe('readMovers', () => {
  it.each(databases.ids)(
    'names a new service and one that is gone, by what they changed, %s',
    async id => {
      const { bill, cost, caller } = await createCostWorld({ databases, id });
      await bill([
        ...costs('cart', '2026-09-01', '2026-11-17', 2n),
        ...costs('cart', '2026-11-12', '2026-11-17', 1n),
        ...costs('pay', '2026-09-01', '2026-11-01', 3n),
        ...costs('lone', '2026-11-02', '2026-11-17', 9n),
      ]);
      const moversOf = async (range: object) => {
        const { movers } = await cost.getOverview(range, caller);
        return movers.map(({ ref, change }) => [ref, change?.amount]);
      };
      const expected = [
        [refOf('lone'), '135.00'],
        [refOf('pay'), '-48.00'],
        [refOf('cart'), '5.00'],
      ];
      // 16 days against those that began 21 days earlier
      expect(await moversOf({})).toEqual(expected);
      const asked = { from: '2026-11-01', to: '2026-11-16' };
      expect((await moversOf(asked)).map(([ref]) => ref)).toEqual(
        expected.map(([ref]) => ref),
      );
    },
  );
});
