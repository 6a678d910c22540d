import { createBackendModule } from '@backstage/backend-plugin-api';
import { metricsSourcesExtensionPoint } from '@plimsoll/plugin-slo-node';
import { createDemoSourceFactory } from './source/createDemoSourceFactory';

/**
 * Brings the type `demo` of metrics sources to the SLO backend. ShopKart's
 * entities and OpenSLO documents come as files, by `catalog.locations`.
 */
export const demoModule = createBackendModule({
  pluginId: 'slo',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: { metricsSources: metricsSourcesExtensionPoint },
      async init({ metricsSources }) {
        metricsSources.addFactory(createDemoSourceFactory());
      },
    });
  },
});
