import type { Knex } from 'knex';

/** No source delivers this version. */
const OUTDATED = 'outdated';

/**
 * Lets everything that sources have be read again, since app-config says
 * otherwise how it is read. What was read stays until then; deliveries that are
 * gone keep their lines.
 *
 * @param options.now - Unix milliseconds
 */
export async function rereadAll(options: {
  trx: Knex;
  now: number;
}): Promise<void> {
  const { trx, now } = options;
  await trx('cost_delivery')
    .whereNot('version', '')
    .update({ version: OUTDATED, attempts: 0, due_at: now });
}
