import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  DEFAULT_FACT_RULES,
  type Observation,
} from '@plimsoll/plugin-stability-common';
import { type IndexedService, ServiceIndex } from '@plimsoll/service-index';
import { deployed, incident, NOON, refOf } from '../../__testUtils__/observed';
import type { StabilityTestDatabases } from '../../database/__testUtils__/testDatabases';
import { FactsWorker } from '../../facts/FactsWorker';
import { ObservationStore } from '../../observations/ObservationStore';
import { stabilityServiceRules } from '../../permissions/serviceRules';
import type { StabilityContext } from '../StabilityContext';
import { StabilityService } from '../StabilityService';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Services of the world: two of the shop, of which one never deploys. */
const SERVICES: IndexedService[] = ['cart', 'idle', 'pay'].map(name => ({
  entityRef: refOf(name),
  kind: 'component',
  title: `The ${name}`,
  owners: [name === 'pay' ? 'group:default/money' : 'group:default/shop'],
  system: 'system:default/shop',
  domain: 'domain:default/retail',
}));

/** All that answers are made of, with a clock that tests turn. */
export async function createServiceWorld(options: {
  databases: StabilityTestDatabases;
  id: TestDatabaseId;
  services?: IndexedService[];
}) {
  const { databases, id } = options;
  const database = await databases.create(id);
  const { client } = database;
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  await services.replaceAll(options.services ?? SERVICES);
  const clock = { now: NOON };
  const context: StabilityContext = {
    client,
    services,
    rules: DEFAULT_FACT_RULES,
    targets: { 'change-failure-rate': 0.08 },
    demo: false,
    now: () => clock.now,
  };
  const worker = FactsWorker.create({
    ...context,
    database,
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock(),
  });
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
  });
  const stability = StabilityService.create({
    context,
    auth: mockServices.auth(),
    auditor,
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: (name: string) =>
            Object.values(stabilityServiceRules).find(
              rule => rule.name === name,
            ),
        } as never),
    }),
  });
  const observe = async (observations: Observation[]) => {
    const store = ObservationStore.create({ now: () => clock.now });
    await client.transaction(trx => store.write({ observations, trx }));
    await worker.drain();
  };
  return {
    database,
    context,
    clock,
    worker,
    stability,
    permissions,
    auditor,
    event,
    caller: { credentials: mockCredentials.user('user:default/ada') },
    observe,
    /** `cart` ships v1, v2 fails and goes back, v3 is live; `pay` ships once. */
    async observeStory() {
      const bad = NOON - 60 * HOUR;
      await observe([
        deployed({ service: 'cart', version: 'v1', at: NOON - 100 * HOUR }),
        deployed({ service: 'cart', version: 'v2', at: bad }),
        incident({
          service: 'cart',
          key: 'INC-1',
          phase: 'triggered',
          at: bad + 6 * MINUTE,
          startedAt: bad + 6 * MINUTE,
          version: 'v2',
        }),
        deployed({
          service: 'cart',
          version: 'v1',
          at: bad + 20 * MINUTE,
          rollback: true,
        }),
        deployed({ service: 'cart', version: 'v3', at: NOON - 30 * HOUR }),
        deployed({ service: 'pay', version: 'v9', at: NOON - 50 * HOUR }),
      ]);
    },
    /** Id of the deployment that brought a version. */
    async deploymentOf(version: string): Promise<string> {
      const rows = await client('stability_deployment').select('content');
      const found = rows
        .map(row => JSON.parse(row.content))
        .find(item => item.version === version && item.type === 'forward');
      return found.id;
    },
    /** Id of the incident that people call so. */
    async incidentOf(label: string): Promise<string> {
      const rows = await client('stability_incident').select('content');
      return rows
        .map(row => JSON.parse(row.content))
        .find(item => item.label === label).id;
    },
  };
}

export type ServiceWorld = Awaited<ReturnType<typeof createServiceWorld>>;
