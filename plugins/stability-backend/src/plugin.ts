import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { stabilityPermissions } from '@plimsoll/plugin-stability-common';
import {
  type DeploymentSource,
  deploymentSourcesExtensionPoint,
} from '@plimsoll/plugin-stability-node';
import { ServiceIndex, serviceResources } from '@plimsoll/service-index';
import {
  createExplainChangeFailureAction,
  createRecentChangesAction,
} from './actions';
import { BudgetAsker } from './budget/BudgetAsker';
import { openStabilityDatabase } from './database/StabilityDatabase';
import { createDoors } from './doors/createDoors';
import { DirtyServices } from './facts/DirtyServices';
import { FactsHealth } from './facts/FactsHealth';
import { FactsWorker } from './facts/FactsWorker';
import { refoldOutdated } from './facts/refoldOutdated';
import { readFactRules } from './facts/readFactRules';
import { rebuildFacts } from './facts/rebuildFacts';
import { DatabaseIdentityResolver } from './identity/DatabaseIdentityResolver';
import { followCatalog } from './identity/followCatalog';
import { InboxHealth } from './inbox/InboxHealth';
import { createKubernetesSources } from './kubernetes/createKubernetesSources';
import { readBands } from './metrics/readBands';
import { readTargets } from './metrics/readTargets';
import { ObservationStore } from './observations/ObservationStore';
import {
  stabilityServiceResourceRef,
  stabilityServiceRules,
} from './permissions/serviceRules';
import { createRouter } from './router';
import type { StabilityContext } from './service/StabilityContext';
import { StabilityService } from './service/StabilityService';

/**
 * Takes in events of deployments and incidents, makes facts of them and serves
 * the stability API.
 *
 * @public
 */
export const stabilityPlugin = createBackendPlugin({
  pluginId: 'stability',
  register(env) {
    const sources: DeploymentSource[] = [];
    env.registerExtensionPoint(deploymentSourcesExtensionPoint, {
      addSource: source => sources.push(source),
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
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, discovery, httpRouter, lifecycle, scheduler } = deps;
        const database = await openStabilityDatabase(deps);
        const { client } = database;
        const services = await ServiceIndex.create(deps);
        const context: StabilityContext = {
          client,
          services,
          rules: readFactRules(config),
          targets: readTargets(config),
          bands: readBands(config),
          demo: config.getOptionalBoolean('stability.demo') ?? false,
          now: Date.now,
        };

        deps.permissionsRegistry.addResourceType({
          resourceRef: stabilityServiceResourceRef,
          permissions: stabilityPermissions,
          rules: Object.values(stabilityServiceRules),
          getResources: resourceRefs =>
            serviceResources({ services, resourceRefs }),
        });
        const stability = StabilityService.create({ ...deps, context });

        const dirty = DirtyServices.create({ database });
        await refoldOutdated({ client, dirty, fold: context, now: Date.now() });
        const facts = FactsWorker.create({ ...deps, ...context, database });
        lifecycle.addStartupHook(() => facts.start());
        lifecycle.addShutdownHook(() => facts.stop());
        await FactsHealth.create({ ...deps, client }).schedule(scheduler);
        await InboxHealth.create({ ...deps, client }).schedule(scheduler);
        await BudgetAsker.create({
          ...deps,
          client,
          slo: new SloClient({ discoveryApi: discovery, fetchApi: { fetch } }),
          verdictWindowSeconds: context.rules.verdictWindowSeconds,
        }).schedule(scheduler);

        const doors = createDoors({
          ...deps,
          database,
          sources: [...sources, ...createKubernetesSources(deps)],
          identity: DatabaseIdentityResolver.create(),
          observations: ObservationStore.create(),
          isService: async ref =>
            (await services.getServices([ref])).get(ref)?.kind === 'component',
          onObserved: () => facts.wake(),
        });
        await followCatalog({
          ...deps,
          client,
          services,
          onChange: changed => doors.identitiesChanged(changed),
        });
        await doors.start();

        await scheduler.scheduleTask({
          id: 'rebuild-facts',
          frequency: { trigger: 'manual' },
          timeout: { minutes: 10 },
          fn: async () => {
            await doors.readAgain();
            await dirty.markAll({ now: context.now() });
          },
        });
        for (const path of doors.webhookPaths) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        // the doors read raw bodies, so they stand before all parsers
        httpRouter.use(doors.unauthenticatedRouter);
        httpRouter.use(doors.eventsRouter);
        httpRouter.use(
          createRouter({
            ...deps,
            stability,
            inboxRouter: doors.inboxRouter,
            rebuild: caller =>
              rebuildFacts({
                ...deps,
                ...caller,
                dirty,
                readAgain: () => doors.readAgain(),
                now: context.now(),
              }),
          }),
        );
        createRecentChangesAction({ ...deps, stability });
        createExplainChangeFailureAction({ ...deps, stability });
      },
    });
  },
});
