import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CostClient } from '@plimsoll/plugin-cost-common';
import { serviceHealthPermissions } from '@plimsoll/plugin-service-health-common';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import { ServiceIndex, serviceResources } from '@plimsoll/service-index';
import {
  createDeploymentImpactAction,
  createListServicesAction,
} from './actions';
import { openServiceHealthDatabase } from './database/ServiceHealthDatabase';
import { lensSources } from './lenses/lensSources';
import { LensStore } from './lenses/LensStore';
import { PullBook } from './lenses/PullBook';
import {
  serviceHealthServiceResourceRef,
  serviceHealthServiceRules,
} from './permissions/serviceRules';
import { followAll } from './pulling/followAll';
import { LensPuller } from './pulling/LensPuller';
import { createRouter } from './router';
import type { ServiceHealthContext } from './service/ServiceHealthContext';
import { ServiceHealthService } from './service/ServiceHealthService';
import { IndexSync } from './summary/IndexSync';
import { readShownTypes } from './summary/isShown';
import { SummaryWriter } from './summary/SummaryWriter';

/**
 * Keeps one row a service of what the SLO, stability and cost plugins say, and
 * serves the joined view.
 *
 * @public
 */
export const serviceHealthPlugin = createBackendPlugin({
  pluginId: 'service-health',
  register(env) {
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
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, discovery } = deps;
        const database = await openServiceHealthDatabase(deps);
        const { client } = database;
        const services = await ServiceIndex.create(deps);
        const currency =
          config.getOptionalString('serviceHealth.currency') ??
          config.getOptionalString('cost.currency') ??
          'USD';
        const book = PullBook.create({ client });
        const context: ServiceHealthContext = {
          client,
          services,
          book,
          currency,
          now: Date.now,
        };
        deps.permissionsRegistry.addResourceType({
          resourceRef: serviceHealthServiceResourceRef,
          permissions: serviceHealthPermissions,
          rules: Object.values(serviceHealthServiceRules),
          getResources: resourceRefs =>
            serviceResources({ services, resourceRefs }),
        });

        const apis = { discoveryApi: discovery, fetchApi: { fetch } };
        const sources = {
          slo: new SloClient(apis),
          stability: new StabilityClient(apis),
          cost: new CostClient(apis),
        };
        const writer = SummaryWriter.create({
          database,
          services,
          shownTypes: readShownTypes(config),
          currency,
        });
        await followAll({
          ...deps,
          services,
          sources: lensSources(sources),
          sync: IndexSync.create({ client, services, writer }),
          puller: LensPuller.create({
            ...deps,
            store: LensStore.create({ client }),
            book,
            writer,
            now: context.now,
          }),
        });

        const health = ServiceHealthService.create({
          ...deps,
          context,
          sources,
        });
        deps.httpRouter.use(createRouter({ ...deps, health }));
        createListServicesAction({ ...deps, health });
        createDeploymentImpactAction({ ...deps, health });
      },
    });
  },
});
