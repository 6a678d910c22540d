import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ConflictStore } from './ConflictStore';

const databases = createTestDatabases();
const conflict = {
  entityRef: 'slo:default/a',
  keptLocation: 'url:https://example.com/a.yaml',
  ignoredLocation: 'url:https://example.com/b.yaml',
  seenAt: 1000,
};

describe.each(databases.ids)('ConflictStore, %p', id => {
  it('keeps each conflict once, as it was last seen', async () => {
    const store = ConflictStore.create({
      database: await databases.create(id),
    });
    const other = { ...conflict, ignoredLocation: 'file:/c.yaml' };
    await store.record([conflict, other]);
    await store.record([
      { ...conflict, keptLocation: 'file:/d', seenAt: 2000 },
    ]);
    await store.record([]);
    expect(await store.all()).toEqual([
      other,
      { ...conflict, keptLocation: 'file:/d', seenAt: 2000 },
    ]);
  });

  it('takes many at once, and none that no column holds', async () => {
    const store = ConflictStore.create({
      database: await databases.create(id),
    });
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...conflict,
      ignoredLocation: `file:/${index}`,
    }));
    await store.record([
      ...many,
      { ...conflict, ignoredLocation: `file:/${'x'.repeat(700)}` },
    ]);
    expect(await store.all()).toHaveLength(250);
  });

  it('removes what is resolved, but not what was seen again since', async () => {
    const store = ConflictStore.create({
      database: await databases.create(id),
    });
    const other = { ...conflict, entityRef: 'slo:default/b' };
    await store.record([conflict, other]);
    await store.record([{ ...other, seenAt: 3000 }]);
    await store.remove([conflict, other]);
    expect(await store.all()).toEqual([{ ...other, seenAt: 3000 }]);
  });
});
