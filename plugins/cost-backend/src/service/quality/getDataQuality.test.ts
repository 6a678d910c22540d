import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, NOON } from '../__testUtils__/costWorld';

const databases = createTestDatabases();
const MINUTE = 60_000;

describe('getDataQuality', () => {
  it.each(databases.ids)(
    'tells what is no longer delivered and counts for all that, %s',
    async id => {
      const { client, cost, caller } = await createCostWorld({ databases, id });
      const row = { source: 'bill', version: '1', state: 'read', read_at: 5 };
      await client('cost_delivery').insert([
        { ...row, id: 'here', read_at: 9 },
        { ...row, id: 'gone', gone_at: NOON - 20 * MINUTE },
        // it may only be written anew
        { ...row, id: 'just-gone', gone_at: NOON - MINUTE },
        { ...row, id: 'refused', state: 'refused', message: 'is empty' },
      ]);
      const { deliveries } = await cost.getDataQuality(caller);
      expect(
        deliveries.map(({ delivery, goneSince }) => [delivery, goneSince]),
      ).toEqual([
        ['refused', undefined],
        ['gone', new Date(NOON - 20 * MINUTE).toISOString()],
        ['here', undefined],
        ['just-gone', undefined],
      ]);
    },
  );
});
