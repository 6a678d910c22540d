import type { Config } from '@backstage/config';
import {
  type Platform,
  readPlatform,
} from '@plimsoll/plugin-golden-path-common';

/**
 * `goldenPath.platform` of app-config.
 *
 * @throws InputError that names what is missing or wrong
 */
export function platformOf(config: Config): Platform {
  const values = config.getOptional('goldenPath.platform');
  return readPlatform({
    portalUrl: config.getOptionalString('app.baseUrl')?.replace(/\/+$/, ''),
    ...(typeof values === 'object' ? values : {}),
  });
}
