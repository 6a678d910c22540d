import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { costPermissions } from '@plimsoll/plugin-cost-common';
import {
  type CostSourceFactory,
  costSourcesExtensionPoint,
} from '@plimsoll/plugin-cost-node';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import { ServiceIndex, serviceResources } from '@plimsoll/service-index';
import { createListSavingsAction, createServiceCostAction } from './actions';
import { AllocationWorker } from './allocation/AllocationWorker';
import { followSettings } from './allocation/followSettings';
import { markAllDirty } from './allocation/markAllDirty';
import { markByRequestsDirty } from './allocation/markByRequestsDirty';
import { readAllocationSettings } from './allocation/readAllocationSettings';
import { BudgetWatch } from './budgets/BudgetWatch';
import { notifyOwners } from './budgets/notifyOwners';
import { readBudgetSettings } from './budgets/readBudgetSettings';
import { followCatalog } from './catalog/followCatalog';
import { openCostDatabase } from './database/CostDatabase';
import { DeploymentTask } from './deployments/DeploymentTask';
import { DeriveStep } from './derive/DeriveStep';
import { readAnomalyThresholds } from './derive/readAnomalyThresholds';
import { BillImporter } from './importing/BillImporter';
import { rereadAll } from './importing/rereadAll';
import {
  costServiceResourceRef,
  costServiceRules,
} from './permissions/costServiceRules';
import { ShareTask } from './opencost/ShareTask';
import { readRateCard } from './rateCard/readRateCard';
import { createRouter } from './router';
import { readSavingsSettings } from './savings/readSavingsSettings';
import { SavingsTask } from './savings/SavingsTask';
import { UseTask } from './savings/UseTask';
import type { CostContext } from './service/CostContext';
import { CostService } from './service/CostService';
import { builtInFactories } from './sources/builtInFactories';
import { createSources } from './sources/createSources';
import { keepSources } from './sources/keepSources';
import { readDemo } from './sources/readDemo';
import { VolumeTask } from './volumes/VolumeTask';
import { readUnits } from './volumes/readUnits';

/**
 * Reads bills, gives every charge to a service and serves the cost API.
 *
 * @public
 */
export const costPlugin = createBackendPlugin({
  pluginId: 'cost',
  register(env) {
    const factories: CostSourceFactory[] = [];
    env.registerExtensionPoint(costSourcesExtensionPoint, {
      addFactory: factory => factories.push(factory),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { config, httpRouter, lifecycle } = deps;
        const database = await openCostDatabase(deps);
        const { client } = database;
        const services = await ServiceIndex.create(deps);
        const demo = readDemo({ config, environment: process.env.NODE_ENV });
        const sources = createSources({
          ...deps,
          demo,
          factories: [...builtInFactories(deps), ...factories],
        });
        await keepSources({ client, sources, now: Date.now() });
        const allocation = readAllocationSettings(config);
        await followSettings({
          client,
          name: 'allocation-settings',
          settings: {
            ...allocation,
            hasBill: sources.some(({ made }) => made.kind === 'bill'),
          },
          now: Date.now(),
          onChange: trx => markAllDirty({ trx, now: Date.now() }),
        });
        await followSettings({
          client,
          name: 'import-settings',
          settings: {
            tags: allocation.tags,
            categories: config.getOptional('cost.categories') ?? null,
            demo: config.getOptionalBoolean('cost.demo') ?? false,
          },
          now: Date.now(),
          onChange: trx => rereadAll({ trx, now: Date.now() }),
        });
        const context: CostContext = {
          client,
          services,
          allocation,
          units: readUnits(config),
          budgets: readBudgetSettings(config),
          anomalies: readAnomalyThresholds(config),
          rateCard: readRateCard(config),
          isConfigured: sources.length > 0,
          demo,
          now: Date.now,
        };

        deps.permissionsRegistry.addResourceType({
          resourceRef: costServiceResourceRef,
          permissions: costPermissions,
          rules: Object.values(costServiceRules),
          getResources: resourceRefs =>
            serviceResources({ services, resourceRefs }),
        });

        const budgetWatch = BudgetWatch.create({ database, context });
        const derive = DeriveStep.create({
          ...deps,
          context,
          after: async options => {
            await budgetWatch.look(options);
          },
        });
        const worker = AllocationWorker.create({
          ...deps,
          database,
          settings: allocation,
          derive: async options => {
            await derive.run(options);
          },
        });
        lifecycle.addStartupHook(() => worker.start());
        lifecycle.addShutdownHook(() => worker.stop());
        await notifyOwners({ ...deps, database });

        const importer = BillImporter.create({
          ...deps,
          database,
          sources: sources.flatMap(({ made }) =>
            made.kind === 'bill' ? [made.source] : [],
          ),
          tags: allocation.tags,
          onImported: () => worker.wake(),
        });
        await importer.start();
        lifecycle.addShutdownHook(() => importer.stop());
        await ShareTask.create({
          ...deps,
          database,
          sources: sources.flatMap(({ made }) =>
            made.kind === 'cluster' ? [made.source] : [],
          ),
          onRead: () => worker.wake(),
        }).schedule(deps.scheduler);
        const clients = {
          discoveryApi: deps.discovery,
          fetchApi: { fetch },
        };
        const slo = new SloClient(clients);
        const rederive = async () => {
          await derive.markDue();
          worker.wake();
        };
        const savings = SavingsTask.create({
          ...deps,
          database,
          allocation,
          settings: readSavingsSettings(config),
          slo,
          // lists say what can be saved of what is kept of each service
          onFound: rederive,
        });
        const use = UseTask.create({
          ...deps,
          database,
          sources: sources.flatMap(({ made }) =>
            made.kind === 'use' ? [made.source] : [],
          ),
          onRead: () => savings.markDue(),
        });
        await use.schedule(deps.scheduler);
        await savings.schedule(deps.scheduler);
        await VolumeTask.create({
          ...deps,
          ...context,
          slo,
          onChange: async () => {
            await client.transaction(trx =>
              markByRequestsDirty({ trx, allocation, now: context.now() }),
            );
            await rederive();
          },
        }).schedule(deps.scheduler);
        await DeploymentTask.create({
          ...deps,
          ...context,
          stability: new StabilityClient(clients),
          onChange: rederive,
        }).schedule(deps.scheduler);
        await deps.scheduler.scheduleTask({
          id: 'cost-derive',
          frequency: { minutes: 10 },
          timeout: { minutes: 1 },
          scope: 'global',
          fn: rederive,
        });
        await followCatalog({
          ...deps,
          ...context,
          onChange: async () => {
            await rederive();
            await use.servicesChanged();
          },
        });

        const cost = CostService.create({
          ...deps,
          context,
          onBudget: rederive,
        });
        httpRouter.use(createRouter({ ...deps, cost }));
        createServiceCostAction({ ...deps, cost });
        createListSavingsAction({ ...deps, cost });
      },
    });
  },
});
