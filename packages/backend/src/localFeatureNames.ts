import type { Config } from '@backstage/config';

export type LocalFeatureName = 'demo' | 'forge' | 'guest';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * Whether this is a developer's own machine: not in production, and on no
 * address that others can reach.
 */
export function isLocalMachine(options: {
  config: Config;
  environment: string | undefined;
}): boolean {
  const host = options.config.getOptionalString('backend.listen.host');
  return (
    options.environment !== 'production' &&
    host !== undefined &&
    LOOPBACK.has(host)
  );
}

/**
 * Which of the local features app-config asks for and this machine may have:
 * only a developer's own has any.
 */
export function localFeatureNames(options: {
  config: Config;
  environment: string | undefined;
}): LocalFeatureName[] {
  const { config } = options;
  if (!isLocalMachine(options)) {
    return [];
  }
  const names: LocalFeatureName[] = [];
  if (namesDemo(config)) {
    names.push('demo');
  }
  // `npm start` makes a password; without one nobody could push
  if (config.has('localForge.password')) {
    names.push('forge');
  }
  if (config.has('auth.providers.guest')) {
    names.push('guest');
  }
  return names;
}

// Each part of the demo world can be left for one's own, one after the other.
function namesDemo(config: Config): boolean {
  const sources = config.getOptionalConfig('slo.sources');
  return (
    sources
      ?.keys()
      .some(name => sources.getOptionalString(`${name}.type`) === 'demo') ||
    config.getOptionalBoolean('stability.demo') ||
    config.getOptionalBoolean('cost.demo') ||
    false
  );
}
