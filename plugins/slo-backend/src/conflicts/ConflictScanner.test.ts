import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ConflictScanner } from './ConflictScanner';
import { ConflictStore } from './ConflictStore';
import { SourceStore } from './SourceStore';

const databases = createTestDatabases();
const url = (name: string) => `https://example.com/${name}.yaml`;
const slo = (name: string) =>
  `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: ${name} }\n---\n`;

/** A catalog, and the files behind its locations. */
class World {
  /** Text by name; an Error is what reading gives. */
  readonly files = new Map<string, string | Error>();
  /** Name of the file that each SLO of the catalog is from. */
  readonly held = new Map<string, string>();
  readonly reads: Array<{ name: string; etag?: string }> = [];
  readonly logger = mockServices.logger.mock();
  readonly store: ConflictStore;
  readonly #sources: SourceStore;

  static async create() {
    const database = await databases.create('SQLITE_3');
    return new World(
      ConflictStore.create({ database }),
      SourceStore.create({ database }),
    );
  }

  private constructor(store: ConflictStore, sources: SourceStore) {
    this.store = store;
    this.#sources = sources;
  }

  async scan(options?: { signal?: AbortSignal }) {
    this.reads.length = 0;
    await ConflictScanner.create({
      store: this.store,
      sources: this.#sources,
      catalog: catalogServiceMock({ entities: this.#entities() }),
      auth: mockServices.auth(),
      urlReader: mockServices.urlReader.mock({
        search: async (target, { etag } = {}) => this.#search(target, etag),
      }),
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      logger: this.logger,
    }).scan(options);
    return this.conflicts();
  }

  async conflicts(): Promise<string[]> {
    return (await this.store.all()).map(
      ({ entityRef, keptLocation, ignoredLocation }) =>
        `${entityRef}: ${keptLocation} not ${ignoredLocation}`,
    );
  }

  #search(target: string, etag?: string) {
    const name = target.match(/([^/]+)\.yaml$/)![1];
    const text = this.files.get(name)!;
    this.reads.push({ name, etag });
    if (text instanceof Error) {
      throw text;
    }
    if (etag === text) {
      throw new NotModifiedError();
    }
    return {
      etag: text,
      files: [{ url: target, content: async () => Buffer.from(text) }],
    };
  }

  #entities(): Entity[] {
    const annotations = (name: string) => ({
      'backstage.io/managed-by-location': `url:${url(name)}`,
    });
    return [
      ...[...this.files.keys()].map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Location',
        metadata: { name: `location-${name}`, annotations: annotations(name) },
        spec: { type: 'url', target: url(name) },
      })),
      ...[...this.held].map(([name, file]) => ({
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        metadata: {
          name,
          namespace: 'default',
          annotations: annotations(file),
        },
      })),
    ];
  }
}

const CONFLICT = `slo:default/fast: url:${url('a')} not url:${url('b')}`;

describe('ConflictScanner', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.create();
    world.files.set('a', slo('fast')).set('b', slo('fast'));
    world.held.set('fast', 'a');
  });

  it('finds a conflict, says so once, and removes it when it is gone', async () => {
    expect(await world.scan()).toEqual([CONFLICT]);
    expect(await world.scan()).toEqual([CONFLICT]);
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
    expect(world.logger.warn).toHaveBeenCalledWith(
      `Two documents claim slo:default/fast: that of url:${url(
        'a',
      )} is measured, that of url:${url('b')} is not; rename one of them`,
    );

    world.files.set('b', slo('renamed'));
    world.held.set('renamed', 'b');
    expect(await world.scan()).toEqual([]);
  });

  it('removes a conflict when the kept document is gone', async () => {
    await world.scan();
    world.files.set('a', '# nothing');
    world.held.set('fast', 'b');
    expect(await world.scan()).toEqual([]);
  });

  it('removes a conflict when nothing leads to the file any more', async () => {
    await world.scan();
    world.files.delete('b');
    expect(await world.scan()).toEqual([]);
  });

  it('checks what it was told of by an event', async () => {
    const told = {
      entityRef: 'slo:default/gone',
      keptLocation: `url:${url('a')}`,
      ignoredLocation: `url:${url('b')}`,
      seenAt: Date.now() - 1000,
    };
    await world.store.record([
      told,
      { ...told, entityRef: 'slo:default/fast' },
    ]);
    expect(await world.scan()).toEqual([CONFLICT]);
  });

  it('asks for what has changed alone', async () => {
    await world.scan();
    expect(world.reads).toEqual([
      { name: 'a', etag: undefined },
      { name: 'b', etag: undefined },
    ]);
    await world.scan();
    expect(world.reads).toEqual([
      { name: 'a', etag: slo('fast') },
      { name: 'b', etag: slo('fast') },
    ]);
  });

  it('keeps what it knows of a file that cannot be read', async () => {
    await world.scan();
    world.files.set('b', new Error('503'));
    expect(await world.scan()).toEqual([CONFLICT]);
    world.files.set('b', slo('renamed'));
    expect(await world.scan()).toEqual([]);
  });

  it('looks at a hundred files in a pass, and at all of them in time', async () => {
    for (let index = 100; index < 350; index += 1) {
      world.files.set(`c${index}`, '# no document');
    }
    world.files.set('z', slo('slow')).set('zz', slo('slow'));
    world.held.set('slow', 'z');
    const passes = [await world.scan(), await world.scan(), await world.scan()];
    expect(passes).toEqual([
      [CONFLICT],
      [CONFLICT],
      [CONFLICT, `slo:default/slow: url:${url('z')} not url:${url('zz')}`],
    ]);
    expect(world.reads).toHaveLength(100);
    expect(world.reads.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['a', 'b', 'z', 'zz']),
    );
  });

  it('looks again before it accuses anybody', async () => {
    await world.scan();
    world.files.set('b', slo('moved'));
    expect(await world.scan()).toEqual([]);
    // The document moves from b to c, which is read late, since it is new.
    world.held.set('moved', 'b');
    world.files.set('b', '# empty').set('c', slo('moved'));
    expect(await world.scan()).toEqual([]);
  });

  it('stops when it is told to, and has kept what it read', async () => {
    const stop = new AbortController();
    stop.abort(new Error('shut down'));
    await expect(world.scan({ signal: stop.signal })).rejects.toThrow(
      'shut down',
    );
    expect(await world.conflicts()).toEqual([]);
  });
});
