import { createTestDatabases } from './__testUtils__/testDatabases';
import { distinctValues } from './distinctValues';

const databases = createTestDatabases();

describe('distinctValues', () => {
  it.each(databases.ids)('finds each value once, in order, %s', async id => {
    const { client } = await databases.create(id);
    const days = ['2026-11-03', '2026-11-01', '2026-11-01', '2026-11-02'];
    await client('cost_volume').insert(
      days.map((day, n) => ({
        entity_ref: `component:default/${n}`,
        unit: 'requests',
        day,
        volume: 1,
        read_at: 1,
      })),
    );
    const valuesOf = (range: { from?: string; to?: string } = {}) =>
      distinctValues({ query: client('cost_volume'), column: 'day', ...range });

    await expect(valuesOf()).resolves.toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
    ]);
    await expect(
      valuesOf({ from: '2026-11-01', to: '2026-11-03' }),
    ).resolves.toEqual(['2026-11-01', '2026-11-02']);
    await expect(valuesOf({ from: '2026-11-04' })).resolves.toEqual([]);
  });
});
