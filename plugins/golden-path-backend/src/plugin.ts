import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { openGoldenPathDatabase } from './database/GoldenPathDatabase';
import { createRouter } from './router';

/**
 * Previews what a template makes, proves that a new service is wired and brings
 * services up to date with their template.
 *
 * @public
 */
export const goldenPathPlugin = createBackendPlugin({
  pluginId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init(deps) {
        const { httpRouter } = deps;
        await openGoldenPathDatabase(deps);
        httpRouter.use(createRouter({}));
      },
    });
  },
});
