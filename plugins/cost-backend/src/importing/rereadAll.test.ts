import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { billLine } from './__testUtils__/FakeBills';
import { createImportWorld } from './__testUtils__/importWorld';
import { rereadAll } from './rereadAll';

describe('rereadAll', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'lets what was read or refused be read again, once, %s',
    async id => {
      const world = await createImportWorld({ databases, id });
      const lines = [billLine({ day: '2026-10-01' })];
      world.bills.put('a', { version: '1', lines });
      world.bills.put('gone', {
        version: '1',
        lines: [billLine({ day: '2026-09-01' })],
      });
      await world.run();
      world.bills.content.delete('gone');
      await world.client('cost_dirty').delete();
      world.bills.asked.length = 0;
      world.clock.now += 1;

      await world.client.transaction(async trx => {
        await rereadAll({ trx, now: world.clock.now });
        await rereadAll({ trx, now: world.clock.now });
      });
      await world.run();
      await world.run();

      expect(world.bills.asked).toEqual(['a']);
      expect(await world.dirty()).toEqual(['2026-10-01']);
      expect(await world.delivery('a')).toMatchObject({
        state: 'read',
        version: '1',
      });
      // its lines stay: nobody said that they are wrong
      expect(await world.lines()).toHaveLength(2);
      expect(await world.restatements()).toEqual([]);
    },
  );
});
