import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { CostAccess } from './actions/CostAccess';
import { createEstimateAction } from './actions/createEstimateAction';
import { createFindRepositoryAction } from './actions/createFindRepositoryAction';
import { createGiteaPullRequestAction } from './actions/createGiteaPullRequestAction';
import { createPatchValuesAction } from './actions/createPatchValuesAction';
import { createSavingOpenedAction } from './actions/createSavingOpenedAction';
import { createSketchValuesAction } from './actions/createSketchValuesAction';

/**
 * The scaffolder's actions that Plimsoll's templates need.
 *
 * @public
 */
export const scaffolderModuleGoldenPath = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const cost = CostAccess.create({ auth, discovery });
        actions.addActions(
          createPatchValuesAction(),
          createSketchValuesAction(),
          createFindRepositoryAction({ catalog, integrations }),
          createGiteaPullRequestAction({ integrations }),
          createEstimateAction({ cost }),
          createSavingOpenedAction({ cost }),
        );
      },
    });
  },
});
