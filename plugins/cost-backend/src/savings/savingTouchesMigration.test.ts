import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { MIGRATIONS } from '../database/CostDatabase';
import { SavingStore } from './SavingStore';

const databases = createTestDatabases();
const MIGRATION = {
  directory: MIGRATIONS,
  name: '20261121238000_saving_touches.js',
};

describe('the migration of what savings lower', () => {
  it.each(databases.ids)('%s', async id => {
    const { client } = await databases.create(id);
    await client.migrate.down(MIGRATION);
    const saving = (kind: string, touches: object | null) => ({
      id: `${kind}-${touches ? 'known' : 'old'}`,
      entity_ref: '',
      kind,
      currency: 'USD',
      position: 1,
      guard: 'none',
      realisable: '1',
      content: '{}',
      found_at: 1,
      applied_at: 5_000,
      got: '7',
      got_until: '2026-11-01',
      measured: '{}',
      touches: touches && JSON.stringify(touches),
    });
    const volume = { category: 'storage', resourceId: 'vol-1' };
    await client('cost_saving').insert([
      saving('right-size', null),
      saving('idle', null),
      saving('idle', volume),
    ]);
    await client('cost_key').insert({
      id: 'k',
      source: 'bill',
      content: '{}',
      product: 'EC2',
      category: 'compute',
      resource_id: 'a'.repeat(5_000),
      sub_account: null,
    });

    await client.migrate.up(MIGRATION);

    const rows = await client('cost_saving').orderBy('id').select('id', 'got');
    // what was compared with the compute of all is no figure
    expect(
      rows.map(({ id: of, got }) => [of, got === null ? null : Number(got)]),
    ).toEqual([
      ['idle-known', 7],
      ['idle-old', null],
      ['right-size-old', 7],
    ]);
    const applied = await SavingStore.create({ client }).readApplied(5_000);
    expect(applied.map(({ id: of, touches }) => [of, touches])).toEqual(
      expect.arrayContaining([
        ['right-size-old', { category: 'compute' }],
        ['idle-known', volume],
      ]),
    );
    expect(applied).toHaveLength(2);
    await expect(
      SavingStore.create({ client }).readApplied(5_001),
    ).resolves.toEqual([]);
    const plan = await client.raw(
      id === 'SQLITE_3'
        ? "explain query plan select id from cost_key where resource_id = 'a'"
        : "select indexname from pg_indexes where tablename = 'cost_key'",
    );
    expect(JSON.stringify(plan.rows ?? plan)).toContain(
      'cost_key_resource_idx',
    );
    await client.migrate.down(MIGRATION);
    await expect(client('cost_saving')).resolves.toHaveLength(3);
    await client.migrate.up(MIGRATION);
  });
});
