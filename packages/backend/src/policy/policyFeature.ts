import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import allowAllPolicyModule from '@backstage/plugin-permission-backend-module-allow-all-policy';
import { isLocalMachine } from '../localFeatureNames';
import { portalPolicyModule } from './portalPolicyModule';

/**
 * Who decides about permissions: on a developer's own machine nobody, so that
 * all can be tried, unless app-config says under `permission.portal` who may
 * what; everywhere else the portal's policy.
 */
export const policyFeature = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    const environment = process.env.NODE_ENV;
    yield isLocalMachine({ config, environment }) &&
    !config.has('permission.portal')
      ? allowAllPolicyModule
      : portalPolicyModule;
  },
});
