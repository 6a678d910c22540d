import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { listDays } from '@plimsoll/plugin-cost-common';
import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { Charge } from '../../__testUtils__/insertBill';
import type { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { readSavingsSettings } from '../../savings/readSavingsSettings';
import { SavingsTask } from '../../savings/SavingsTask';
import { UseTask } from '../../savings/UseTask';
import { refOf, UNIT } from '../../service/__testUtils__/costWorld';
import { createHiddenWorld, HIDDEN, VISIBLE } from './hiddenWorld';

const DAYS = listDays('2026-10-01', '2026-11-17');
const LAST = DAYS[DAYS.length - 1];
const { signal } = new AbortController();

/** Machines that each service has alone, by tag. */
const MACHINES = 3;

/** How much hidden services could save. */
export interface HiddenUse {
  /** Cores that each of their pods uses at most, of 4 that it asks for. */
  cpuCores: number;
  /** Pods of each. */
  replicas: number;
  /** What is left of their budgets, ratio. */
  budget: number;
}

/**
 * A world in which savings are worked out: each service has machines and pods,
 * those of the visible one in an account and in a cluster with others or alone.
 */
export async function createSavingsWorld(options: {
  databases: ReturnType<typeof createTestDatabases>;
  id: TestDatabaseId;
  sharedAccount: boolean;
  sharedCluster: boolean;
}) {
  const { sharedAccount, sharedCluster } = options;
  const world = await createHiddenWorld(options);
  const { client, database, context, clock } = world;
  const services = [VISIBLE, ...HIDDEN].map(name => ({
    name,
    account: name === VISIBLE && !sharedAccount ? 'own' : 'all',
    cluster: name === VISIBLE && !sharedCluster ? 'own' : 'all',
    machines: Array.from({ length: MACHINES }, (_, n) => `i-${name}-${n}`),
  }));
  await world.bill(
    services.flatMap(({ name, account, machines }) =>
      machines.flatMap(machine =>
        DAYS.map(
          (day): Charge => ({
            day,
            amount: 24n * UNIT,
            tags: { service: name },
            key: {
              subAccount: account,
              resourceId: machine,
              resourceType: 'Instance',
              pricing: 'standard',
            },
          }),
        ),
      ),
    ),
  );
  await client('cost_share').insert(
    services.flatMap(({ cluster, machines }) =>
      machines.map(node => ({
        source: 'cluster',
        cluster,
        day: LAST,
        node,
        provider_id: node,
        owner_hash: 'x',
        owner_kind: 'workload',
        list_price: (24n * UNIT).toString(),
        currency: 'USD',
        cpu_core_hours: 8 * 24,
        ram_byte_hours: 32 * 2 ** 30 * 24,
      })),
    ),
  );

  /** Works savings out, where the hidden services use and have this. */
  async function findSavings(hidden: HiddenUse): Promise<void> {
    const containers = services.map(({ name, cluster }): ContainerUse => {
      const use =
        name === VISIBLE ? { cpuCores: 0.4, replicas: 4, budget: 0.6 } : hidden;
      return {
        entityRef: refOf(name),
        cluster,
        namespace: 'shop',
        workload: name,
        workloadKind: 'Deployment',
        container: 'app',
        days: 30,
        points: 8_000,
        replicas: use.replicas,
        request: { cpuCores: 4, memoryBytes: 2 ** 30 },
        cpuP95Cores: use.cpuCores,
        memoryPeakBytes: 2 ** 30,
        throttledRatio: 0,
        outOfMemoryKills: 0,
        interruptible: true,
      };
    });
    await UseTask.create({
      database,
      logger: mockServices.logger.mock(),
      sources: [
        {
          name: 'metrics',
          readContainers: async ({ entityRefs }) =>
            containers.filter(use => entityRefs.includes(use.entityRef)),
        },
      ],
      now: () => clock.now,
    }).run(signal);
    const objectives = services.flatMap(({ name }) => [
      {
        entityRef: refOf(name),
        displayName: 'Availability',
        state: 'ok',
        source: 'prometheus',
        budget: { remaining: name === VISIBLE ? 0.6 : hidden.budget },
      },
      {
        entityRef: refOf(name),
        displayName: 'Deployment stability',
        state: 'ok',
        source: 'stability',
        // so that what is risky is held back
        budget: { remaining: 0.1 },
      },
    ]);
    const listObjectives: unknown = async () => ({
      items: objectives,
      pageInfo: {},
    });
    await SavingsTask.create({
      database,
      allocation: context.allocation,
      logger: mockServices.logger.mock(),
      settings: readSavingsSettings(mockServices.rootConfig({ data: {} })),
      auth: mockServices.auth(),
      slo: { listObjectives: listObjectives as SloApi['listObjectives'] },
      now: () => clock.now,
    }).run(signal);
    await world.derive.markDue();
    await world.worker.drain();
  }

  return { ...world, findSavings };
}
