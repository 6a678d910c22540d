import { InputError } from '@backstage/errors';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  CostCategories,
  type CostSourceFactory,
} from '@plimsoll/plugin-cost-node';
import type { BillPlace } from '../files/BillPlace';
import { DirectoryPlace } from '../files/DirectoryPlace';
import { FocusSource } from './FocusSource';
import { readFocusLimits } from './FocusLimits';
import type { Config } from '@backstage/config';

/** A file without a manifest is whole when it has not changed for so long. */
const SETTLE_MS = 60_000;

/**
 * Makes the sources of `type: focus`.
 *
 * @param options.config - the whole of app-config, for `cost.categories`
 * @param options.placeOf - a place behind a URL
 */
export function createFocusFactory(options: {
  config: Config;
  placeOf: (options: {
    url: string;
    key: string;
    /** How many months `{month}` in it stands for. */
    months?: number;
  }) => BillPlace;
}): CostSourceFactory {
  const categories = CostCategories.fromConfig(options.config);
  return {
    type: 'focus',
    create: ({ name, config }) => {
      const key = `cost.sources.${name}`;
      const directory = config.getOptionalString('directory');
      const url = config.getOptionalString('url');
      if ((directory === undefined) === (url === undefined)) {
        throw new InputError(
          `${key} needs either 'directory', a folder that the backend may read, or 'url', ` +
            `an address that backend.reading.allow permits`,
        );
      }
      const settleMs = config.has('settle')
        ? durationToMilliseconds(
            readDurationFromConfig(config, { key: 'settle' }),
          )
        : SETTLE_MS;
      return {
        kind: 'bill',
        source: FocusSource.create({
          name,
          place:
            directory !== undefined
              ? DirectoryPlace.create({ directory, key: `${key}.directory` })
              : options.placeOf({
                  url: url!,
                  key: `${key}.url`,
                  months: config.getOptionalNumber('months'),
                }),
          categories,
          limits: readFocusLimits(config),
          settleMs,
          settleDays: config.getOptionalNumber('settleDays'),
        }),
      };
    },
  };
}
