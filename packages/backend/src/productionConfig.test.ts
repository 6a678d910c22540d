import { ConfigSources } from '@backstage/config-loader';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** The settings of an installation, with these variables. */
async function production(environment: Record<string, string>) {
  return ConfigSources.toConfig(
    ConfigSources.defaultForTargets({
      rootDir: ROOT,
      substitutionFunc: async name => environment[name],
      targets: ['app-config.yaml', 'app-config.production.yaml'].map(name => ({
        type: 'path' as const,
        target: resolve(ROOT, name),
      })),
    }),
  );
}

describe('app-config.production.yaml', () => {
  it('has no door that the secrets of the demo world open', async () => {
    const config = await production({});
    const doors = config.getConfig('stability.webhooks').keys();
    expect(doors).toHaveLength(7);
    for (const door of doors) {
      const secrets = config.getOptional(`stability.webhooks.${door}.secrets`);
      expect(JSON.stringify(secrets ?? [])).not.toContain('demo');
    }
    expect(config.getBoolean('stability.demo')).toBe(false);
    expect(config.getString('slo.sources.prometheus.type')).toBe('prometheus');
    expect(config.getBoolean('cost.demo')).toBe(false);
    expect(config.getConfig('cost.sources').keys()).toEqual(['bill']);
    expect(config.getConfig('cost.allocation').keys()).toEqual(['rules']);
    config.close();
  });

  it('opens the doors whose secrets are given', async () => {
    const config = await production({
      GITHUB_WEBHOOK_SECRET: 'a-secret-of-this-company',
    });
    expect(config.getStringArray('stability.webhooks.github.secrets')).toEqual([
      'a-secret-of-this-company',
    ]);
    config.close();
  });
});
