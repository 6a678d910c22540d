import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  CostCategories,
  type CostSourceFactory,
} from '@plimsoll/plugin-cost-node';
import createKnex, { type Knex } from 'knex';
import { PostgresBillSource } from './PostgresBillSource';

const MONTHS = 3;
/** Looking for changes may read every row. */
const EVERY_MS = 15 * 60_000;
const TIMEOUT_MS = 5 * 60_000;

/**
 * Makes the sources of `type: postgres`.
 *
 * @param options.config - the whole of app-config, for `cost.categories`
 * @param options.onConnected - is told every client, to end it at shutdown
 */
export function createPostgresFactory(options: {
  config: Config;
  onConnected: (client: Knex) => void;
}): CostSourceFactory {
  const categories = CostCategories.fromConfig(options.config);
  return {
    type: 'postgres',
    create: ({ name, config }) => {
      const table = config.getOptionalString('table');
      if (!config.has('connection') || !table) {
        throw new InputError(
          `cost.sources.${name} needs 'connection', the address of a PostgreSQL, and 'table', ` +
            `a table or view of FOCUS rows such as finops.focus`,
        );
      }
      const client = createKnex({
        client: 'pg',
        connection: readConnection(config),
        // one statement at a time; none while nothing is read
        pool: { min: 0, max: 2 },
      });
      options.onConnected(client);
      return {
        kind: 'bill',
        source: PostgresBillSource.create({
          name,
          client,
          table,
          categories,
          versionColumn: config.getOptionalString('versionColumn'),
          months: config.getOptionalNumber('months') ?? MONTHS,
          settleDays: config.getOptionalNumber('settleDays'),
          everyMs: readMilliseconds(config, 'every') ?? EVERY_MS,
          timeoutMs: readMilliseconds(config, 'timeout') ?? TIMEOUT_MS,
        }),
      };
    },
  };
}

function readMilliseconds(config: Config, key: string): number | undefined {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : undefined;
}

function readConnection(config: Config): Knex.PgConnectionConfig | string {
  const connection = config.get('connection');
  return typeof connection === 'string'
    ? connection
    : (connection as Knex.PgConnectionConfig);
}
