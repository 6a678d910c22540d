import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { OpenSloEntityProcessor } from './OpenSloEntityProcessor';

/**
 * Makes OpenSLO v1 documents entities of the catalog.
 *
 * It adds a processor and no model source: the first model source of a catalog
 * replaces the processor of the built-in kinds for everybody.
 *
 * @public
 */
export const catalogModuleOpenSlo = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'openslo',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor(new OpenSloEntityProcessor());
      },
    });
  },
});
