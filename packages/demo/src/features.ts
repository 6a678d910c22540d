import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { correctionModule } from './correctionModule';
import { costModule } from './costModule';
import { demoModule } from './module';
import { stabilityModule } from './stabilityModule';

/**
 * What the demo world brings: its traffic, with `slo.demo` a correction of a
 * budget, with `stability.demo` its tools, and with `cost.demo` its bill.
 */
export const demoFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield demoModule;
    if (config.getOptionalBoolean('slo.demo')) {
      yield correctionModule;
    }
    if (config.getOptionalBoolean('stability.demo')) {
      yield stabilityModule;
    }
    if (config.getOptionalBoolean('cost.demo')) {
      yield costModule;
    }
  },
});
