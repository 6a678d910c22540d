import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CostSource, CostSourceFactory } from '@plimsoll/plugin-cost-node';

/** A source as app-config names it. */
export interface NamedSource {
  name: string;
  type: string;
  made: CostSource;
}

/**
 * Makes the sources of `cost.sources`.
 *
 * @throws InputError for a type that nobody brings
 */
export function createSources(options: {
  config: Config;
  factories: readonly CostSourceFactory[];
}): NamedSource[] {
  const { config, factories } = options;
  const sources = config.getOptionalConfig('cost.sources');
  return (sources?.keys() ?? []).map(name => {
    const source = sources!.getConfig(name);
    const type = source.getString('type');
    const factory = factories.find(item => item.type === type);
    if (!factory) {
      throw new InputError(
        `cost.sources.${name}.type is '${type}'; this backend has ${factories
          .map(item => item.type)
          .sort()
          .join(', ')}. Correct it, or add the module that brings it`,
      );
    }
    return { name, type, made: factory.create({ name, config: source }) };
  });
}
