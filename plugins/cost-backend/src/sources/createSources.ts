import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CostSource, CostSourceFactory } from '@plimsoll/plugin-cost-node';

/** A source as app-config names it. */
export interface NamedSource {
  name: string;
  type: string;
  made: CostSource;
}

/** Types of sources that are made up. */
const DEMO = /^demo-/;

/**
 * Makes the sources of `cost.sources`. Without `cost.demo` those of the demo
 * world are left out: made-up money must not stand among real.
 *
 * @throws InputError for a type that nobody brings
 */
export function createSources(options: {
  config: Config;
  factories: readonly CostSourceFactory[];
  /** Whether the bill is made up. */
  demo: boolean;
  logger: LoggerService;
}): NamedSource[] {
  const { config, factories, demo, logger } = options;
  const sources = config.getOptionalConfig('cost.sources');
  return (sources?.keys() ?? []).flatMap(name => {
    const source = sources!.getConfig(name);
    const type = source.getString('type');
    if (DEMO.test(type) && !demo) {
      logger.warn(
        `cost.sources.${name} is of the demo world (${type}) and left out, since cost.demo is off: take it out of app-config, or name a source of your own there`,
      );
      return [];
    }
    const factory = factories.find(item => item.type === type);
    if (!factory) {
      throw new InputError(
        `cost.sources.${name}.type is '${type}'; this backend has ${factories
          .map(item => item.type)
          .sort()
          .join(', ')}. Correct it, or add the module that brings it`,
      );
    }
    return [{ name, type, made: factory.create({ name, config: source }) }];
  });
}
