import {
  type BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { goldenPathPermissions } from '@plimsoll/plugin-golden-path-common';
import { openGoldenPathDatabase } from './database/GoldenPathDatabase';
import { createPreview } from './preview/createPreview';
import { createRouter } from './router';
import { createUpdates } from './updates/createUpdates';
import { createWiring } from './wiring/createWiring';

/**
 * Makes the plugin.
 *
 * @param options.validateResponses - answer 500 to what the document does not
 * describe; for tests
 */
export function createGoldenPathPlugin(
  options: { validateResponses?: boolean } = {},
): BackendFeature {
  const { validateResponses } = options;
  return createBackendPlugin({
    pluginId: 'golden-path',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          discovery: coreServices.discovery,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          reader: coreServices.urlReader,
          scaffolder: scaffolderServiceRef,
          scheduler: coreServices.scheduler,
          userInfo: coreServices.userInfo,
        },
        async init(deps) {
          const { httpRouter, permissionsRegistry } = deps;
          const database = await openGoldenPathDatabase(deps);
          permissionsRegistry.addPermissions(goldenPathPermissions);
          httpRouter.use(
            createRouter({
              ...deps,
              validateResponses,
              preview: createPreview(deps),
              updates: await createUpdates({ ...deps, database }),
              wiring: await createWiring({ ...deps, database }),
            }),
          );
        },
      });
    },
  });
}

/**
 * Previews what a template makes, proves that a new service is wired and brings
 * services up to date with their template.
 *
 * @public
 */
export const goldenPathPlugin = createGoldenPathPlugin();
