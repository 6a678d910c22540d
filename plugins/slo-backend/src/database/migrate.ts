import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

const MIGRATIONS = resolvePackagePath(
  '@plimsoll/plugin-slo-backend',
  'migrations',
);

/**
 * Runs the outstanding migrations. Replicas that start together compete for
 * knex's lock and all but one fail with `MigrationLocked`: they wait and look
 * again.
 *
 * @throws ServiceUnavailableError when the lock is not free after `patienceMs`
 */
export async function migrate(options: {
  client: Knex;
  /** Milliseconds to wait for another process's lock, a minute by default. */
  patienceMs?: number;
  /** Milliseconds between two looks at the lock. */
  pauseMs?: number;
}): Promise<void> {
  const { client, patienceMs = 60_000, pauseMs = 500 } = options;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await client.migrate.latest({ directory: MIGRATIONS });
      return;
    } catch (error) {
      if (!isLocked(error)) {
        throw error;
      }
      if (Date.now() >= deadline) {
        throw new ServiceUnavailableError(
          `Another process has held the migration lock of the SLO database for ` +
            `${Math.round(
              patienceMs / 1000,
            )} s. When none is running, a killed ` +
            `one left it behind: set is_locked to 0 in knex_migrations_lock and ` +
            `start again`,
          error,
        );
      }
      await sleep(pauseMs);
    }
  }
}

function isLocked(error: unknown): boolean {
  // knex throws the error of the lock under this name, or wraps its message
  return (
    isError(error) &&
    (error.name === 'MigrationLocked' ||
      error.message.includes('Migration table is already locked'))
  );
}
