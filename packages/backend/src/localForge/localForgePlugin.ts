import { resolve } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { LocalForge } from '@plimsoll/local-forge';

/**
 * Runs the local forge beside the portal, so that "create service" makes real
 * repositories without an account anywhere. They survive a restart.
 */
export const localForgePlugin = createBackendPlugin({
  pluginId: 'local-forge',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, lifecycle, logger }) {
        const forge = await LocalForge.start({
          directory: resolve(config.getString('localForge.directory')),
          port: config.getNumber('localForge.port'),
          username: config.getString('localForge.username'),
          password: config.getString('localForge.password'),
          onFault: error => logger.error('The local forge failed', error),
        });
        logger.info(`The local forge is at ${forge.url}`);
        lifecycle.addShutdownHook(() => forge.close());
      },
    });
  },
});
