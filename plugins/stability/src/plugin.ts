import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from './api';
import { entityContentRouteRef, inboxRouteRef, rootRouteRef } from './routes';

/** The plugin for the legacy frontend system. @public */
export const stabilityPlugin = createPlugin({
  id: 'stability',
  routes: {
    root: rootRouteRef,
    inbox: inboxRouteRef,
    entityContent: entityContentRouteRef,
  },
  apis: [
    createApiFactory({
      api: stabilityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new StabilityClient(deps),
    }),
  ],
});

/** All services by how safely they change. @public */
export const StabilityPage = stabilityPlugin.provide(
  createRoutableExtension({
    name: 'StabilityPage',
    component: () =>
      import('./fleet/LegacyFleetPage').then(m => m.LegacyFleetPage),
    mountPoint: rootRouteRef,
  }),
);

/** Deliveries, doors and mapping rules. @public */
export const EventsInboxPage = stabilityPlugin.provide(
  createRoutableExtension({
    name: 'EventsInboxPage',
    component: () =>
      import('./inbox/LegacyInboxPage').then(m => m.LegacyInboxPage),
    mountPoint: inboxRouteRef,
  }),
);

/** The tab of an entity page, for an `EntityLayout.Route` at `/stability`. @public */
export const EntityStabilityContent = stabilityPlugin.provide(
  createRoutableExtension({
    name: 'EntityStabilityContent',
    component: () =>
      import('./tab/EntityStabilityTab').then(m => m.EntityStabilityTab),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card of an entity's overview. @public */
export const EntityStabilityCard = stabilityPlugin.provide(
  createComponentExtension({
    name: 'EntityStabilityCard',
    component: {
      lazy: () => import('./card/StabilityCard').then(m => m.StabilityCard),
    },
  }),
);

/** The card that is there while an incident is open. @public */
export const EntityOutageCard = stabilityPlugin.provide(
  createComponentExtension({
    name: 'EntityOutageCard',
    component: {
      lazy: () => import('./outage/OutageCard').then(m => m.OutageCard),
    },
  }),
);
