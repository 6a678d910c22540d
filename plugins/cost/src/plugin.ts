import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { CostClient } from '@plimsoll/plugin-cost-common';
import { costApiRef } from './api';
import {
  entityContentRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

/** The plugin for the legacy frontend system. @public */
export const costPlugin = createPlugin({
  id: 'cost',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { template: templateRouteRef },
  apis: [
    createApiFactory({
      api: costApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CostClient(deps),
    }),
  ],
});

/** What all services cost, with the pages below it. @public */
export const CostPage = costPlugin.provide(
  createRoutableExtension({
    name: 'CostPage',
    component: () =>
      import('./fleet/LegacyCostPage').then(m => m.LegacyCostPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab of an entity page, for an `EntityLayout.Route` at `/cost`. @public */
export const EntityCostContent = costPlugin.provide(
  createRoutableExtension({
    name: 'EntityCostContent',
    component: () => import('./tab/EntityCostTab').then(m => m.EntityCostTab),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card of an entity's overview. @public */
export const EntityCostCard = costPlugin.provide(
  createComponentExtension({
    name: 'EntityCostCard',
    component: {
      lazy: () => import('./card/CostCard').then(m => m.CostCard),
    },
  }),
);
