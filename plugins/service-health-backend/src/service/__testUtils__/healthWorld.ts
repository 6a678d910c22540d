import {
  mockCredentials,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { ServiceCostSummary } from '@plimsoll/plugin-cost-common';
import type { PluginTestDatabases } from '@plimsoll/plugin-database/testUtils';
import type {
  LensName,
  ListFleetRequest,
} from '@plimsoll/plugin-service-health-common';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { ServiceSloSummary } from '@plimsoll/plugin-slo-common';
import type { ServiceStabilitySummary } from '@plimsoll/plugin-stability-common';
import { type IndexedService, ServiceIndex } from '@plimsoll/service-index';
import { FakeSummary } from '../../__testUtils__/FakeSummary';
import { NOON, refOf } from '../../__testUtils__/summaries';
import type { ServiceHealthDatabase } from '../../database/ServiceHealthDatabase';
import { lensSources } from '../../lenses/lensSources';
import { LensStore } from '../../lenses/LensStore';
import { PullBook } from '../../lenses/PullBook';
import { serviceHealthServiceRules } from '../../permissions/serviceRules';
import { LensPuller } from '../../pulling/LensPuller';
import { IndexSync } from '../../summary/IndexSync';
import { SummaryWriter } from '../../summary/SummaryWriter';
import type { ImpactSources } from '../impact/ImpactSources';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import { ServiceHealthService } from '../ServiceHealthService';

/** A service of the catalog. */
export function serviceOf(
  options: { name: string } & Partial<IndexedService>,
): IndexedService {
  const { name, ...more } = options;
  return {
    entityRef: refOf(name),
    kind: 'component',
    type: 'service',
    lifecycle: 'production',
    tier: '1',
    owners: ['group:default/shop'],
    system: 'system:default/purchase',
    ...more,
  };
}

const NOBODY = async () => {
  throw new Error('nobody was to be asked');
};

/** Asked by tests of impact alone. */
const UNASKED: ImpactSources = {
  slo: {
    listObjectives: NOBODY,
    getHistory: NOBODY,
    explainObjective: NOBODY,
  },
  stability: {
    getDeployment: NOBODY,
    listDeployments: NOBODY,
    listIncidents: NOBODY,
  },
  cost: { listDeploymentCosts: NOBODY },
};

/** All that answers are made of, with a clock that tests turn. */
export async function createHealthWorld(options: {
  databases: PluginTestDatabases<ServiceHealthDatabase>;
  id: TestDatabaseId;
  services: IndexedService[];
  sources?: ImpactSources;
}) {
  const { databases, id, sources = UNASKED } = options;
  const database = await databases.create(id);
  const { client } = database;
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  await services.replaceAll(options.services);
  const clock = { now: NOON };
  const book = PullBook.create({ client });
  const context: ServiceHealthContext = {
    client,
    services,
    book,
    currency: 'USD',
    now: () => clock.now,
  };
  const slo = new FakeSummary<ServiceSloSummary>();
  const stability = new FakeSummary<ServiceStabilitySummary>();
  const cost = new FakeSummary<ServiceCostSummary>();
  const writer = SummaryWriter.create({
    database,
    services,
    shownTypes: ['service', 'website'],
    currency: 'USD',
  });
  const sync = IndexSync.create({ client, services, writer });
  const logger = mockServices.logger.mock();
  const puller = LensPuller.create({
    auth: mockServices.auth(),
    logger,
    store: LensStore.create({ client }),
    book,
    writer,
    now: () => clock.now,
  });
  const lenses = lensSources({ slo, stability, cost });
  const policy: Record<string, PolicyDecision> = {};
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(
        ({ permission }) =>
          policy[permission.name] ?? { result: AuthorizeResult.ALLOW },
      ),
  });
  const event = { success: jest.fn(), fail: jest.fn() };
  const createEvent = jest.fn(async () => event);
  const rules = Object.values(serviceHealthServiceRules);
  const health = ServiceHealthService.create({
    context,
    sources,
    logger,
    auth: mockServices.auth(),
    auditor: mockServices.auditor.mock({ createEvent }),
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: (name: string) => {
            const rule = rules.find(one => one.name === name);
            if (!rule) {
              throw new Error(`no rule ${name}`);
            }
            return rule;
          },
        } as never),
    }),
  });
  const caller = { credentials: mockCredentials.user() };
  return {
    database,
    client,
    services,
    slo,
    stability,
    cost,
    sync,
    writer,
    clock,
    logger,
    policy,
    health,
    caller,
    createEvent,
    event,
    /** As a minute does; only of some lenses where they are named. */
    async pull(...names: LensName[]): Promise<boolean[]> {
      await sync.sync();
      const answered: boolean[] = [];
      for (const source of lenses) {
        if (names.length === 0 || names.includes(source.lens)) {
          answered.push(await puller.pull(source));
        }
      }
      return answered;
    },
    /** Names of all pages of a list. */
    async names(request: ListFleetRequest = {}): Promise<string[]> {
      const page = await health.listServices(
        { limit: 100, ...request },
        caller,
      );
      expect(page.items).toHaveLength(page.totalItems);
      return page.items.map(({ entityRef }) => entityRef.split('/')[1]);
    },
  };
}

export type HealthWorld = Awaited<ReturnType<typeof createHealthWorld>>;
