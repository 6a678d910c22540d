import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityContentLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Pages whose first card answers first, however narrow the screen is. */
const overviewLayout = EntityContentLayoutBlueprint.make({
  name: 'answer-first',
  params: {
    filter: {
      $any: [
        { kind: 'component' },
        { kind: 'system' },
        { kind: 'domain' },
        { kind: 'group' },
        { kind: 'api' },
        { kind: 'slo' },
        { kind: 'sli' },
      ],
    },
    loader: async () => {
      const { OverviewLayout } = await import('./OverviewLayout');
      return OverviewLayout;
    },
  },
});

export const overviewModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [overviewLayout],
});
