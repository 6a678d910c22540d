import type { Config } from '@backstage/config';

export type LocalFeatureName = 'demo' | 'guest';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * Which of the local features app-config asks for and this machine may have:
 * none in production, and none on an address that others can reach.
 */
export function localFeatureNames(options: {
  config: Config;
  environment: string | undefined;
}): LocalFeatureName[] {
  const { config, environment } = options;
  const host = config.getOptionalString('backend.listen.host');
  if (environment === 'production' || !host || !LOOPBACK.has(host)) {
    return [];
  }
  const names: LocalFeatureName[] = [];
  const sources = config.getOptionalConfig('slo.sources');
  const demo = sources
    ?.keys()
    .some(name => sources.getOptionalString(`${name}.type`) === 'demo');
  if (demo) {
    names.push('demo');
  }
  if (config.has('auth.providers.guest')) {
    names.push('guest');
  }
  return names;
}
