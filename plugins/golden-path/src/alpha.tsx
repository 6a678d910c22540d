/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { GoldenPathClient } from '@plimsoll/plugin-golden-path-common';
import { goldenPathApiRef } from './api';
import { formExtensions } from './form/formExtensions';
import { taskRouteRef, templatesRouteRef } from './updates/routes';
import { updateExtensions } from './updates/updateExtensions';
import { wiringExtensions } from './wiring/wiringExtensions';

/** @alpha */
export const goldenPathApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: goldenPathApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GoldenPathClient(deps),
    }),
});

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'golden-path',
  routes: { templates: templatesRouteRef },
  externalRoutes: { task: taskRouteRef },
  extensions: [
    goldenPathApi,
    ...formExtensions,
    ...updateExtensions,
    ...wiringExtensions,
  ],
});
