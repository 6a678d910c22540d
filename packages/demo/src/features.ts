import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { demoModule } from './module';
import { stabilityModule } from './stabilityModule';

/** What the demo world brings: its traffic, and with `stability.demo` its tools. */
export const demoFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield demoModule;
    if (config.getOptionalBoolean('stability.demo')) {
      yield stabilityModule;
    }
  },
});
