/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MarkerSourceBlueprint } from '@plimsoll/plugin-plimsoll-react/alpha';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import { RiInboxArchiveLine, RiPulseLine } from '@remixicon/react';
import { stabilityApiRef } from './api';
import { StabilityCard } from './card/StabilityCard';
import { deploymentMarks, incidentMarks } from './markers';
import { OutageCard } from './outage/OutageCard';
import { entityContentRouteRef, inboxRouteRef, rootRouteRef } from './routes';

/** What is deployed; app-config may say otherwise. */
const deployable = { kind: 'component' };

/** Groups of what is deployed: their figures are rolled up. */
const measurable = {
  $any: [
    { kind: 'component' },
    { kind: 'system' },
    { kind: 'domain' },
    { kind: 'group' },
  ],
};

/** @alpha */
export const stabilityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: stabilityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new StabilityClient(deps),
    }),
});

/** @alpha */
export const stabilityPage = PageBlueprint.make({
  params: {
    path: '/stability',
    title: 'Stability',
    icon: <RiPulseLine />,
    routeRef: rootRouteRef,
    loader: () => import('./fleet/FleetPage').then(m => <m.FleetPage />),
  },
});

/** @alpha */
export const inboxPage = PageBlueprint.make({
  name: 'inbox',
  params: {
    path: '/events-inbox',
    title: 'Events inbox',
    icon: <RiInboxArchiveLine />,
    routeRef: inboxRouteRef,
    loader: () => import('./inbox/InboxPage').then(m => <m.InboxPage />),
  },
});

/** @alpha */
export const entityOutageCard = EntityCardBlueprint.make({
  name: 'outage',
  params: {
    type: 'content',
    filter: deployable,
    // Loads its own view, and only while an incident is open.
    loader: async () => <OutageCard />,
  },
});

/** @alpha */
export const entityStabilityCard = EntityCardBlueprint.make({
  name: 'stability',
  params: {
    type: 'content',
    filter: measurable,
    // Loads its own view, beside its figures.
    loader: async () => <StabilityCard />,
  },
});

/** @alpha */
export const entityStabilityContent = EntityContentBlueprint.make({
  params: {
    path: '/stability',
    title: 'Stability',
    group: 'observability',
    routeRef: entityContentRouteRef,
    filter: measurable,
    loader: () =>
      import('./tab/EntityStabilityTab').then(m => <m.EntityStabilityTab />),
  },
});

/** @alpha */
export const deploymentMarkers = MarkerSourceBlueprint.make({
  name: 'deployments',
  params: { source: deploymentMarks },
});

/** @alpha */
export const incidentMarkers = MarkerSourceBlueprint.make({
  name: 'incidents',
  params: { source: incidentMarks },
});

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'stability',
  title: 'Stability',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    inbox: inboxRouteRef,
    entityContent: entityContentRouteRef,
  },
  extensions: [
    stabilityApi,
    stabilityPage,
    inboxPage,
    entityOutageCard,
    entityStabilityCard,
    entityStabilityContent,
    deploymentMarkers,
    incidentMarkers,
  ],
});
