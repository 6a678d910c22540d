import { InputError } from '@backstage/errors';
import { type Platform, platform } from './platform';

/**
 * Judges `goldenPath.platform` of app-config and fills in what has a default.
 *
 * @throws InputError that names every key that is missing or wrong
 * @public
 */
export function readPlatform(values: unknown): Platform {
  const read = platform.safeParse(values);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) =>
      ['goldenPath', 'platform', ...path].join('.').concat(` ${message}`),
    );
    throw new InputError(`app-config: ${wrong.join('; ')}`);
  }
  return read.data;
}
