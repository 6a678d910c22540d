import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiLayoutMasonryLine } from '@remixicon/react';
import { templatesRouteRef } from './routes';

/** Newer templates: the card of a service, and pages of all. */
export const updateExtensions = [
  PageBlueprint.make({
    name: 'templates',
    params: {
      path: '/templates',
      title: 'Templates',
      icon: <RiLayoutMasonryLine />,
      routeRef: templatesRouteRef,
      loader: () => import('./TemplatePages').then(m => <m.TemplatePages />),
    },
  }),
  EntityCardBlueprint.make({
    name: 'update',
    params: {
      type: 'content',
      filter: { kind: 'component', 'spec.scaffoldedFrom': { $exists: true } },
      loader: () => import('./card/UpdateCard').then(m => <m.UpdateCard />),
    },
  }),
];
