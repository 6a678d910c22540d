import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { costSourcesExtensionPoint } from '@plimsoll/plugin-cost-node';
import { createPostgresFactory } from './createPostgresFactory';

/**
 * Brings `type: postgres` to `cost.sources`: a bill in a table of PostgreSQL.
 *
 * @public
 */
export const postgresBillModule = createBackendModule({
  pluginId: 'cost',
  moduleId: 'postgres',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        sources: costSourcesExtensionPoint,
      },
      async init({ config, lifecycle, sources }) {
        sources.addFactory(
          createPostgresFactory({
            config,
            onConnected: client =>
              lifecycle.addShutdownHook(() => client.destroy()),
          }),
        );
      },
    });
  },
});
