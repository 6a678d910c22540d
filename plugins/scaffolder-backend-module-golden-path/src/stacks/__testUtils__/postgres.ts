import { TestDatabases } from '@backstage/backend-test-utils';
import type { StackCase } from './StackCase';

/**
 * Gives services a database of their own in the real PostgreSQL that the tests
 * are given. To be called where tests are declared.
 */
export function postgres(): Required<Pick<StackCase, 'openDataStore'>> & {
  missing?: string;
} {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  return {
    missing: databases.supports('POSTGRES_18')
      ? undefined
      : 'PostgreSQL not found: run npm test, which brings one',
    openDataStore: async () => {
      const knex = await databases.init('POSTGRES_18');
      const { host, port, user, password, database } = knex.client.config
        .connection as Record<string, string>;
      return {
        address: { host, port: Number(port) },
        upMetric: 'database_up',
        environment: address => ({
          DATABASE_URL: `postgresql://${address.host}:${address.port}/${database}`,
          DATABASE_USER: user,
          DATABASE_PASSWORD: password,
        }),
        // the database goes with those of the other tests
        stop: async () => undefined,
      };
    },
  };
}
