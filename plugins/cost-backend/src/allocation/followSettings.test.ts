import { insertBill } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { followSettings } from './followSettings';
import { markAllDirty } from './markAllDirty';

const databases = createTestDatabases();

describe('followSettings', () => {
  it.each(databases.ids)(
    'marks every month once when the configuration is another, %s',
    async id => {
      const { client } = await databases.create(id);
      await insertBill({
        client,
        charges: [
          { day: '2026-10-01', amount: 1n },
          { day: '2026-11-01', amount: 1n },
        ],
      });
      const follow = async (tags: string[]) => {
        await client('cost_dirty').delete();
        const isNew = await followSettings({
          client,
          name: 'allocation-settings',
          settings: { tags },
          now: 7,
          onChange: trx => markAllDirty({ trx, now: 7 }),
        });
        const marked = await client('cost_dirty')
          .orderBy('billing_month')
          .pluck('billing_month');
        return [isNew, marked];
      };

      const both = ['2026-10-01', '2026-11-01'];
      await expect(follow(['a'])).resolves.toEqual([true, both]);
      await expect(follow(['a'])).resolves.toEqual([false, []]);
      await expect(follow(['b'])).resolves.toEqual([true, both]);
    },
  );
});
