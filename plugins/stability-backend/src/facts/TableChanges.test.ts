import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { IncidentRow } from './factRows';
import { INCIDENTS } from './factTables';
import { TableChanges } from './TableChanges';

const CART = 'component:default/cart';
const PAY = 'component:default/pay';

const rowOf = (id: string, content: string, service = CART): IncidentRow => ({
  id,
  entity_ref: service,
  state: 'resolved',
  started_at: 1,
  resolved_at: null,
  content,
  content_hash: `hash-of-${content}`,
});

describe('TableChanges', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'writes what is new or different, takes away what is gone, and nothing else, %s',
    async id => {
      const { client } = await databases.create(id);
      const replace = async (services: Record<string, IncidentRow[]>) => {
        await client.transaction(async trx => {
          const changes = await TableChanges.read({
            trx,
            table: INCIDENTS,
            entityRefs: [CART, PAY],
          });
          Object.entries(services).forEach(([ref, rows]) =>
            changes.add(ref, rows),
          );
          await changes.write();
        });
        const rows = await client('stability_incident').orderBy('id');
        return rows.map(row => [row.id, row.content]);
      };

      expect(
        await replace({
          [CART]: [rowOf('a', 'one'), rowOf('b', 'one'), rowOf('c', 'one')],
          [PAY]: [rowOf('p', 'one', PAY)],
        }),
      ).toEqual([
        ['a', 'one'],
        ['b', 'one'],
        ['c', 'one'],
        ['p', 'one'],
      ]);
      // what is right by its hash is not written again
      await client('stability_incident').update({ content: 'touched' });
      expect(
        await replace({
          [CART]: [rowOf('a', 'one'), rowOf('b', 'two'), rowOf('d', 'one')],
        }),
      ).toEqual([
        ['a', 'touched'],
        ['b', 'two'],
        ['d', 'one'],
        ['p', 'touched'],
      ]);
      expect(await replace({ [CART]: [] })).toEqual([['p', 'touched']]);
    },
  );
});
