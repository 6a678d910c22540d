import { deployed, NOON, refOf } from '../__testUtils__/observed';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createServiceWorld } from '../service/__testUtils__/serviceWorld';
import { DirtyServices } from './DirtyServices';
import type { FoldRules } from './foldService';
import { refoldOutdated } from './refoldOutdated';

const databases = createTestDatabases();

describe('refoldOutdated', () => {
  it.each(databases.ids)(
    'marks all services when the version or a setting is another one, %s',
    async id => {
      const { context, database, observe } = await createServiceWorld({
        databases,
        id,
      });
      const { client } = database;
      await observe([deployed({ service: 'cart', version: 'v1', at: NOON })]);
      const marked = async (fold: Partial<FoldRules> = {}) => {
        await refoldOutdated({
          client,
          dirty: DirtyServices.create({ database }),
          fold: { ...context, ...fold },
          now: NOON,
        });
        const refs = await client('stability_dirty').pluck('entity_ref');
        await client('stability_dirty').delete();
        return refs;
      };

      // what an older version made
      expect(await marked()).toEqual([refOf('cart')]);
      expect(await marked()).toEqual([]);
      const rules = { ...context.rules, batchGapSeconds: 60 };
      expect(await marked({ rules })).toEqual([refOf('cart')]);
      expect(await marked({ rules })).toEqual([]);
      const targets = { 'change-failure-rate': 0.5 };
      expect(await marked({ rules, targets })).toEqual([refOf('cart')]);
      await client('stability_folded_by').update({ hash: 'of version 1' });
      expect(await marked({ rules, targets })).toEqual([refOf('cart')]);
    },
  );
});
