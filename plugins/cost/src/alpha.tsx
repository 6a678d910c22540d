/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { CostClient } from '@plimsoll/plugin-cost-common';
import { RiCoinsLine } from '@remixicon/react';
import { costApiRef } from './api';
import { CostCard } from './card/CostCard';
import { KnownPages } from './fleet/KnownPages';
import {
  entityContentRouteRef,
  PAGE_PATHS,
  rootRouteRef,
  templateRouteRef,
} from './routes';

/** What costs, and groups of it: their parts are summed. */
const costly = {
  $any: [
    { kind: 'component' },
    { kind: 'system' },
    { kind: 'domain' },
    { kind: 'group' },
  ],
};

/** @alpha */
export const costApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: costApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CostClient(deps),
    }),
});

/** @alpha */
export const costPage = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs }) {
    const page = originalFactory({
      path: '/cost',
      title: 'Cost',
      icon: <RiCoinsLine />,
      routeRef: rootRouteRef,
    });
    const paths = inputs.pages.map(one => one.get(coreExtensionData.routePath));
    for (const data of page) {
      // the blueprint shows nothing but the header where no page matches
      yield data.id === coreExtensionData.reactElement.id
        ? coreExtensionData.reactElement(
            <KnownPages paths={paths}>
              {page.get(coreExtensionData.reactElement)}
            </KnownPages>,
          )
        : data;
    }
  },
});

/** @alpha */
export const servicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: PAGE_PATHS.services,
    title: 'Services',
    loader: () => import('./fleet/FleetPage').then(m => <m.FleetPage />),
  },
});

/** @alpha */
export const savingsPage = SubPageBlueprint.make({
  name: 'savings',
  params: {
    path: PAGE_PATHS.savings,
    title: 'Savings',
    loader: () => import('./savings/SavingsPage').then(m => <m.SavingsPage />),
  },
});

/** @alpha */
export const unmappedPage = SubPageBlueprint.make({
  name: 'unmapped',
  params: {
    path: PAGE_PATHS.unmapped,
    title: 'Unmapped cost',
    loader: () =>
      import('./unmapped/UnmappedPage').then(m => <m.UnmappedPage />),
  },
});

/** @alpha */
export const qualityPage = SubPageBlueprint.make({
  name: 'data-quality',
  params: {
    path: PAGE_PATHS.quality,
    title: 'Data quality',
    loader: () => import('./quality/QualityPage').then(m => <m.QualityPage />),
  },
});

/** @alpha */
export const entityCostCard = EntityCardBlueprint.make({
  name: 'cost',
  params: {
    type: 'content',
    filter: costly,
    // Loads its own view, beside its figures.
    loader: async () => <CostCard />,
  },
});

/** @alpha */
export const entityCostContent = EntityContentBlueprint.make({
  params: {
    path: '/cost',
    title: 'Cost',
    group: 'observability',
    routeRef: entityContentRouteRef,
    filter: costly,
    loader: () => import('./tab/EntityCostTab').then(m => <m.EntityCostTab />),
  },
});

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'cost',
  title: 'Cost',
  icon: <RiCoinsLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    costApi,
    costPage,
    servicesPage,
    savingsPage,
    unmappedPage,
    qualityPage,
    entityCostCard,
    entityCostContent,
  ],
});
