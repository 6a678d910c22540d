import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const startHereWidget = HomePageWidgetBlueprint.make({
  name: 'start-here',
  params: {
    name: 'StartHere',
    title: 'Start here',
    description: 'Where to look first in this portal',
    components: () =>
      import('./StartHere').then(m => ({ Content: m.StartHere })),
  },
});

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [startHereWidget],
});
