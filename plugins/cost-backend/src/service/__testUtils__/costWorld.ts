import {
  mockCredentials,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { listDays, type MappingEntry } from '@plimsoll/plugin-cost-common';
import { type IndexedService, ServiceIndex } from '@plimsoll/service-index';
import { type Charge, insertBill } from '../../__testUtils__/insertBill';
import { AllocationWorker } from '../../allocation/AllocationWorker';
import { CatalogClaims } from '../../catalog/CatalogClaims';
import type { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { DeriveStep } from '../../derive/DeriveStep';
import { DEFAULT_ANOMALY_THRESHOLDS } from '@plimsoll/plugin-cost-common';
import { costServiceRules } from '../../permissions/costServiceRules';
import { REQUESTS } from '../../volumes/readUnits';
import type { CostContext } from '../CostContext';
import { CostService } from '../CostService';

export const UNIT = 1_000_000_000n;
/** The clock of the world: a Wednesday, of which the bill is two days behind. */
export const NOON = Date.parse('2026-11-18T12:00:00Z');
export const refOf = (name: string) => `component:default/${name}`;

/** `cart` and `pay` are the shop's, `lone` is nobody's and in no system. */
const SERVICES: IndexedService[] = [
  ...['cart', 'pay'].map(name => ({
    entityRef: refOf(name),
    kind: 'component',
    title: `The ${name}`,
    owners: [name === 'pay' ? 'group:default/money' : 'group:default/shop'],
    system: 'system:default/shop',
    domain: 'domain:default/retail',
  })),
  { entityRef: refOf('lone'), kind: 'component', owners: [] },
  {
    entityRef: 'system:default/shop',
    kind: 'system',
    title: 'The shop',
    owners: [],
    system: 'system:default/shop',
    domain: 'domain:default/retail',
  },
];

/** All that answers are made of, with a clock that tests turn. */
export async function createCostWorld(options: {
  databases: ReturnType<typeof createTestDatabases>;
  id: TestDatabaseId;
  services?: IndexedService[];
  context?: Partial<CostContext>;
}) {
  const { databases, id } = options;
  const database = await databases.create(id);
  const { client } = database;
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  const indexed = options.services ?? SERVICES;
  await services.replaceAll(indexed);
  await CatalogClaims.create({ client }).replaceAll({
    claims: {
      mapping: indexed
        .filter(({ kind }) => kind === 'component')
        .map(({ entityRef }): MappingEntry => {
          const value = entityRef.split('/')[1];
          return { by: 'tag', value, entityRef };
        }),
      dependencies: [],
    },
    onChange: async () => {},
  });
  const clock = { now: NOON };
  const context: CostContext = {
    client,
    services,
    allocation: {
      tags: ['service'],
      rules: [
        { name: 'platform', match: { product: 'EKS' }, pool: 'platform' },
      ],
      pools: [{ name: 'platform', key: 'cost' }],
      currency: 'USD',
    },
    units: [REQUESTS, { unit: 'orders', per: 1_000, entityRef: refOf('cart') }],
    budgets: { notifyAt: [0.5, 0.8, 1] },
    anomalies: DEFAULT_ANOMALY_THRESHOLDS,
    isConfigured: true,
    demo: false,
    now: () => clock.now,
    ...options.context,
  };
  const logger = mockServices.logger.mock();
  const derive = DeriveStep.create({ context, logger, after: async () => {} });
  const worker = AllocationWorker.create({
    database,
    settings: context.allocation,
    logger,
    derive: async stop => {
      await derive.run(stop);
    },
    now: () => clock.now,
  });
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
  });
  const cost = CostService.create({
    context,
    auth: mockServices.auth(),
    auditor,
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: (name: string) =>
            Object.values(costServiceRules).find(rule => rule.name === name),
        } as never),
    }),
  });
  return {
    database,
    client,
    context,
    clock,
    derive,
    worker,
    cost,
    permissions,
    auditor,
    event,
    caller: { credentials: mockCredentials.user('user:default/ada') },
    /** As an import does, and all that follows from it. */
    async bill(charges: readonly Charge[]) {
      await insertBill({ client, charges });
      await derive.markDue();
      await worker.drain();
    },
  };
}

export type CostWorld = Awaited<ReturnType<typeof createCostWorld>>;

/**
 * Sixty days to 16 November: cart costs 3 a day and 9 on the last, pay 2 and
 * 1 of tax, the cluster 1; nobody owns 1.
 */
export function ordinaryBill(): Charge[] {
  return listDays('2026-09-18', '2026-11-17').flatMap(day => [
    {
      day,
      amount: (day === '2026-11-16' ? 19n : 3n) * UNIT,
      tags: { service: 'cart' },
      key: { sku: 'm5.large', resourceId: 'i-1' },
    },
    { day, amount: 2n * UNIT, tags: { service: 'pay' } },
    {
      day,
      amount: 1n * UNIT,
      tags: { service: 'pay' },
      line: { kind: 'tax' as const },
    },
    { day, amount: 1n * UNIT, key: { product: 'EKS' } },
    { day, amount: 1n * UNIT, tags: { service: 'crat' } },
  ]);
}
