/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'golden-path',
  extensions: [],
});
