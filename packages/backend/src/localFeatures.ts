import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { localFeatureNames } from './localFeatureNames';

const imports = {
  demo: () => import('@plimsoll/demo'),
  forge: () => import('./localForge'),
  guest: () => import('@backstage/plugin-auth-backend-module-guest-provider'),
};

/** What only a developer's own machine may run: the demo world, a forge and guests. */
export const localFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    const names = localFeatureNames({
      config,
      environment: process.env.NODE_ENV,
    });
    for (const name of names) {
      yield imports[name]();
    }
  },
});
