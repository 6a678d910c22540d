import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { CostAccess } from './actions/CostAccess';
import { createAfterFailureAction } from './actions/createAfterFailureAction';
import { createEstimateAction } from './actions/createEstimateAction';
import { createFindRepositoryAction } from './actions/createFindRepositoryAction';
import { createGiteaPullRequestAction } from './actions/createGiteaPullRequestAction';
import { createLockAction } from './actions/createLockAction';
import { createPatchValuesAction } from './actions/createPatchValuesAction';
import { createPlanAction } from './actions/createPlanAction';
import { createPushAction } from './actions/createPushAction';
import { createSavingOpenedAction } from './actions/createSavingOpenedAction';
import { createSketchValuesAction } from './actions/createSketchValuesAction';
import { createSloCheckAction } from './actions/slo/createSloCheckAction';
import { createSloRulesAction } from './actions/slo/createSloRulesAction';
import { createTargetAction } from './actions/createTargetAction';
import { createUpdateAction } from './actions/createUpdateAction';
import { GoldenPathAccess } from './actions/GoldenPathAccess';
import { RepositoryHosts } from './hosts/RepositoryHosts';
import { RepositoryTarget } from './target/RepositoryTarget';
import { createVerifyAction } from './verify/createVerifyAction';

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
        reader: coreServices.urlReader,
      },
      async init({ actions, auth, catalog, config, discovery, reader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const hosts = RepositoryHosts.create({ integrations });
        const target = RepositoryTarget.create({ hosts, reader, catalog });
        const cost = CostAccess.create({ auth, discovery });
        const access = GoldenPathAccess.create({ auth, discovery });
        actions.addActions(
          createPlanAction({ catalog, config, integrations }),
          createTargetAction({ target }),
          createSloCheckAction(),
          createSloRulesAction(),
          createVerifyAction(),
          createLockAction({ reader, integrations }),
          createPushAction({ config, integrations }),
          createAfterFailureAction({ target }),
          createPatchValuesAction(),
          createSketchValuesAction(),
          createFindRepositoryAction({ catalog, integrations }),
          createGiteaPullRequestAction({ integrations }),
          createEstimateAction({ cost }),
          createSavingOpenedAction({ cost }),
          createUpdateAction({ config, goldenPath: access, integrations }),
        );
      },
    });
  },
});
