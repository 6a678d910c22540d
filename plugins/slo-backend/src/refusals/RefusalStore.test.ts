import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { RefusalStore } from './RefusalStore';

const databases = createTestDatabases();
const refusal = (name: string, seenAt: number) => ({
  entityRef: `slo:default/${name}`,
  location: 'url:https://example.com/a.yaml',
  errors: [{ path: 'spec', message: 'is odd' }],
  seenAt,
});

describe.each(databases.ids)('RefusalStore, %p', id => {
  it('keeps each document once, as the catalog last said it', async () => {
    const database = await databases.create(id);
    const store = RefusalStore.create({ database });
    await store.record(refusal('a', 1000));
    await store.record({
      ...refusal('a', 2000),
      location: undefined,
      errors: [{ message: 'still odd' }],
    });
    await store.record(refusal('x'.repeat(300), 1000));
    const rows = await database.client('slo_refusal');
    expect(rows.map(row => ({ ...row, seen_at: Number(row.seen_at) }))).toEqual(
      [
        {
          entity_ref: 'slo:default/a',
          location: null,
          errors: '[{"message":"still odd"}]',
          seen_at: 2000,
        },
      ],
    );
  });

  it('lists the oldest first, and forgets all or some that are old', async () => {
    const store = RefusalStore.create({
      database: await databases.create(id),
    });
    const refs = (limit = 9) => store.refs({ before: 10_000, limit });
    for (const [name, seenAt] of Object.entries({
      a: 3000,
      b: 1000,
      c: 2000,
    })) {
      await store.record(refusal(name, seenAt));
    }
    expect(await refs(2)).toEqual(['slo:default/b', 'slo:default/c']);
    expect(await store.refs({ before: 2000, limit: 9 })).toEqual([
      'slo:default/b',
    ]);

    await store.forget({ before: 3000, refs: ['slo:default/a'] });
    expect(await refs()).toHaveLength(3);
    await store.forget({ before: 3001, refs: ['slo:default/a'] });
    expect(await refs()).toEqual(['slo:default/b', 'slo:default/c']);
    await store.forget({ before: 2000 });
    expect(await refs()).toEqual(['slo:default/c']);
  });
});
