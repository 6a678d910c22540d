import type { RootConfigService } from '@backstage/backend-plugin-api';

/** The folder of the first source of bills, as app-config writes it. */
export function billDirectory(config: RootConfigService): string | undefined {
  const sources = config.getOptionalConfig('cost.sources');
  for (const name of sources?.keys() ?? []) {
    const source = sources!.getConfig(name);
    if (source.getOptionalString('type') === 'focus') {
      const directory = source.getOptionalString('directory');
      if (directory) {
        return directory;
      }
    }
  }
  return undefined;
}
