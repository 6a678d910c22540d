import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from './api';
import { entityContentRouteRef, rootRouteRef } from './routes';

/** The plugin for the legacy frontend system. @public */
export const sloPlugin = createPlugin({
  id: 'slo',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  apis: [
    createApiFactory({
      api: sloApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SloClient(deps),
    }),
  ],
});

/** All objectives, worst first. @public */
export const SlosPage = sloPlugin.provide(
  createRoutableExtension({
    name: 'SlosPage',
    component: () =>
      import('./objectives/LegacySlosPage').then(m => m.LegacySlosPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab of an entity page, for an `EntityLayout.Route` at `/slos`. @public */
export const EntitySlosContent = sloPlugin.provide(
  createRoutableExtension({
    name: 'EntitySlosContent',
    component: () => import('./tab/EntitySlosTab').then(m => m.EntitySlosTab),
    mountPoint: entityContentRouteRef,
  }),
);

/** The card of an SLO's or SLI's overview. @public */
export const EntityDocumentCard = sloPlugin.provide(
  createComponentExtension({
    name: 'EntityDocumentCard',
    component: { lazy: () => import('./document').then(m => m.DocumentCard) },
  }),
);

/** What is wrong with an entity's OpenSLO documents. @public */
export const EntityChecksCard = sloPlugin.provide(
  createComponentExtension({
    name: 'EntityChecksCard',
    component: { lazy: () => import('./doctor').then(m => m.DoctorCard) },
  }),
);

/** The card of an entity's overview. @public */
export const EntityReliabilityCard = sloPlugin.provide(
  createComponentExtension({
    name: 'EntityReliabilityCard',
    component: {
      lazy: () => import('./card/ReliabilityCard').then(m => m.ReliabilityCard),
    },
  }),
);

/**
 * The services of the reader's groups and their budgets, for a home page.
 *
 * @public
 */
export const MyBudgetsCard = sloPlugin.provide(
  createComponentExtension({
    name: 'MyBudgetsCard',
    component: {
      lazy: () => import('./home/MyBudgetsCard').then(m => m.MyBudgetsCard),
    },
  }),
);
