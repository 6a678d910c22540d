import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { SourceStore } from './SourceStore';

const databases = createTestDatabases();

describe.each(databases.ids)('SourceStore, %p', id => {
  it('follows the targets of the catalog and keeps what was read', async () => {
    const store = SourceStore.create({ database: await databases.create(id) });
    await store.replaceTargets(['url:https://example.com/a.yaml', 'file:/b']);
    const read = {
      target: 'file:/b',
      etag: 'v1',
      files: [{ location: 'file:/b', refs: ['slo:default/a'] }],
      triedAt: 1_763_000_000_000,
      readAt: 1_763_000_000_000,
    };
    await store.save(read);
    expect(await store.all()).toEqual([
      read,
      { target: 'url:https://example.com/a.yaml', files: [] },
    ]);

    await store.replaceTargets(['file:/b', 'file:/c', 'x'.repeat(701)]);
    await store.save({ target: 'file:/c', files: [], triedAt: 5 });
    expect(await store.all()).toEqual([
      read,
      { target: 'file:/c', files: [], triedAt: 5 },
    ]);
  });

  it('holds as many targets as a catalog has', async () => {
    const store = SourceStore.create({ database: await databases.create(id) });
    const targets = Array.from({ length: 350 }, (_, index) => `file:/${index}`);
    await store.replaceTargets(targets);
    await store.replaceTargets(targets.slice(0, 20));
    expect(await store.all()).toHaveLength(20);
  });
});
