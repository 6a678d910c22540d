import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads `cost.demo`: whether the bill is made up.
 *
 * @param options.environment - `NODE_ENV`
 * @throws InputError in production: people would take it for theirs
 */
export function readDemo(options: {
  config: Config;
  environment: string | undefined;
}): boolean {
  const demo = options.config.getOptionalBoolean('cost.demo') ?? false;
  if (demo && options.environment === 'production') {
    throw new InputError(
      'cost.demo is set, and a made-up bill is refused in production; take it out of app-config',
    );
  }
  return demo;
}
