import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * The folder of the demo's bill, as app-config writes it: nothing is ever
 * written where somebody's own bills lie.
 */
export function billDirectory(config: RootConfigService): string | undefined {
  const sources = config.getOptionalConfig('cost.sources');
  for (const name of sources?.keys() ?? []) {
    const source = sources!.getConfig(name);
    if (source.getOptionalString('type') === 'demo-bill') {
      const directory = source.getOptionalString('directory');
      if (directory) {
        return directory;
      }
    }
  }
  return undefined;
}
