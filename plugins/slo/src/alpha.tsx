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
import { markersApi } from '@plimsoll/plugin-plimsoll-react/alpha';
import { SloClient } from '@plimsoll/plugin-slo-common';
import { RiFocus3Line } from '@remixicon/react';
import { sloApiRef } from './api';
import { ReliabilityCard } from './card/ReliabilityCard';
import { myBudgetsWidget } from './home/myBudgetsWidget';
import { entityContentRouteRef, rootRouteRef } from './routes';

/** What an OpenSLO document may measure; app-config may say otherwise. */
const measurable = {
  $any: [{ kind: 'component' }, { kind: 'system' }, { kind: 'api' }],
};

/** What has objectives, or services that have some. */
const reliable = {
  $any: [...measurable.$any, { kind: 'domain' }, { kind: 'group' }],
};

/** @alpha */
export const sloApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sloApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SloClient(deps),
    }),
});

/** @alpha */
export const slosPage = PageBlueprint.make({
  params: {
    path: '/slos',
    title: 'SLOs',
    icon: <RiFocus3Line />,
    routeRef: rootRouteRef,
    loader: () => import('./objectives/SlosPage').then(m => <m.SlosPage />),
  },
});

/** @alpha */
export const entityReliabilityCard = EntityCardBlueprint.make({
  name: 'reliability',
  params: {
    type: 'content',
    filter: reliable,
    // Loads its own view, beside its figures.
    loader: async () => <ReliabilityCard />,
  },
});

/** @alpha */
export const entityDocumentCard = EntityCardBlueprint.make({
  name: 'document',
  params: {
    type: 'content',
    filter: { $any: [{ kind: 'slo' }, { kind: 'sli' }] },
    loader: () => import('./document').then(m => <m.DocumentCard />),
  },
});

/** @alpha */
export const entityChecksCard = EntityCardBlueprint.make({
  name: 'checks',
  params: {
    type: 'content',
    filter: { kind: 'slo' },
    loader: () => import('./doctor').then(m => <m.DoctorCard />),
  },
});

/** @alpha */
export const entitySlosContent = EntityContentBlueprint.make({
  params: {
    path: '/slos',
    title: 'SLOs',
    group: 'observability',
    routeRef: entityContentRouteRef,
    filter: measurable,
    loader: () => import('./tab/EntitySlosTab').then(m => <m.EntitySlosTab />),
  },
});

export { myBudgetsWidget };

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'slo',
  title: 'SLOs',
  icon: <RiFocus3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    sloApi,
    markersApi,
    slosPage,
    entityReliabilityCard,
    entityDocumentCard,
    entityChecksCard,
    entitySlosContent,
    myBudgetsWidget,
  ],
});
