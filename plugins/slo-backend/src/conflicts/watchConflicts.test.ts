import {
  type SchedulerService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import openSlo from '@plimsoll/plugin-catalog-backend-module-openslo';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { SloDatabase } from '../database/SloDatabase';
import { ConflictScanner } from './ConflictScanner';
import { ConflictStore } from './ConflictStore';
import { SourceStore } from './SourceStore';
import { watchConflicts } from './watchConflicts';

const databases = createTestDatabases();
/** Longer than the catalog below needs to look at everything once. */
const SILENCE_MS = 1_500;

const document = (name: string, target = 0.9) => `
apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: checkout
  indicatorRef: requests
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ displayName: Availability, target: ${target} }]
`;

/** Waits for what the real catalog does in its own time. */
async function until<T>(
  read: () => Promise<T>,
  isReady: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + 240_000;
  for (;;) {
    const value = await read();
    if (isReady(value)) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`It is still ${JSON.stringify(value)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe.each(databases.ids)('conflicts in a real catalog, %p', id => {
  const directory = createMockDirectory();
  const at = (name: string) => `file:${directory.resolve(name)}`;
  const claim = 'slo:default/checkout-availability';

  let database: SloDatabase;
  let store: ConflictStore;
  let scanner: ConflictScanner;
  let scheduler: SchedulerService;
  let holderOf: (ref: string) => Promise<string | undefined>;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  /** What the SLO plugin does, with the scan at hand. */
  const watcher = createBackendPlugin({
    pluginId: 'slo',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          events: eventsServiceRef,
          logger: coreServices.logger,
          scheduler: coreServices.scheduler,
          urlReader: coreServices.urlReader,
        },
        async init(deps) {
          scheduler = deps.scheduler;
          await watchConflicts({ ...deps, database });
          scanner = ConflictScanner.create({
            ...deps,
            store,
            sources: SourceStore.create({ database }),
            integrations: ScmIntegrations.fromConfig(deps.config),
          });
          holderOf = async ref => {
            const entity = await deps.catalog.getEntityByRef(ref, {
              credentials: await deps.auth.getOwnServiceCredentials(),
            });
            return entity?.metadata.annotations?.[
              'backstage.io/managed-by-location'
            ];
          };
        },
      });
    },
  });

  const conflicts = async () =>
    (await store.all()).map(({ seenAt: _, ...conflict }) => conflict);

  beforeAll(async () => {
    directory.setContent({
      'a.yaml': document('checkout-availability', 0.9),
      'b.yaml': `${document('checkout-availability', 0.5)}---${document(
        'checkout-latency',
      )}`,
    });
    database = await databases.create(id);
    store = ConflictStore.create({ database });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        openSlo,
        watcher,
        // The mock of the test backend keeps each plugin's events to itself.
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            events: { useEventBus: 'never' },
            catalog: {
              processingInterval: { milliseconds: 500 },
              rules: [{ allow: ['Location', 'SLO'] }],
              locations: ['a.yaml', 'b.yaml'].map(name => ({
                type: 'file',
                target: directory.resolve(name),
              })),
            },
          },
        }),
      ],
    });
    await until(
      () => holderOf('slo:default/checkout-latency'),
      holder => holder !== undefined,
    );
    await until(
      () => holderOf(claim),
      holder => holder !== undefined,
    );
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('pitfall 17: are heard of, found again when that was missed, and gone when solved', async () => {
    const kept = (await holderOf(claim))!;
    const ignored = kept === at('a.yaml') ? at('b.yaml') : at('a.yaml');
    const conflict = {
      entityRef: claim,
      keptLocation: kept,
      ignoredLocation: ignored,
    };
    expect(await until(conflicts, list => list.length > 0)).toEqual([conflict]);

    // Nobody listened, and the catalog does not say it again by itself. It may
    // say it twice at first, so it is forgotten until the catalog is silent.
    const forget = async () => {
      await store.remove(
        (await store.all()).map(each => ({ ...each, seenAt: Date.now() })),
      );
      await new Promise(resolve => setTimeout(resolve, SILENCE_MS));
      return conflicts();
    };
    expect(await until(forget, list => list.length === 0)).toEqual([]);
    await scanner.scan();
    expect(await conflicts()).toEqual([conflict]);

    // The document that was measured gets another name. The catalog lets go
    // of an entity when it cleans up, and takes the other document when that
    // one changes.
    const [keptName, ignoredName] = [kept, ignored].map(location =>
      location === at('a.yaml') ? 'a.yaml' : 'b.yaml',
    );
    directory.addContent({ [keptName]: document('checkout-renamed') });
    await until(
      () => holderOf('slo:default/checkout-renamed'),
      holder => holder === kept,
    );
    await scheduler.triggerTask('catalog_orphan_cleanup');
    directory.addContent({
      [ignoredName]: document('checkout-availability', 0.6),
    });
    await until(
      () => holderOf(claim),
      holder => holder === ignored,
    );
    const scanned = async () => {
      await scanner.scan();
      return conflicts();
    };
    expect(await until(scanned, list => list.length === 0)).toEqual([]);
  });

  it('pitfall 17: are found within one file, of which the catalog says nothing', async () => {
    directory.addContent({
      'a.yaml': `${document('checkout-twice')}---${document('checkout-twice')}`,
    });
    await until(
      () => holderOf('slo:default/checkout-twice'),
      holder => holder !== undefined,
    );
    await scanner.scan();
    expect(await conflicts()).toContainEqual({
      entityRef: 'slo:default/checkout-twice',
      keptLocation: at('a.yaml'),
      ignoredLocation: at('a.yaml'),
    });
    directory.addContent({ 'a.yaml': document('checkout-twice') });
    await scanner.scan();
    expect(await conflicts()).toEqual([]);
  });
});
