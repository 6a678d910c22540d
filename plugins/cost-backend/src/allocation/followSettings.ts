import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

/**
 * Finds out whether app-config says otherwise than at the last start, and does
 * what follows in the same transaction. Replicas that start together do it
 * once.
 *
 * @param options.name - of what the settings are for
 * @param options.settings - all that it depends on, as JSON has it
 * @param options.now - Unix milliseconds
 * @param options.onChange - called in the transaction where they are others
 * @returns whether they are other than before
 */
export async function followSettings(options: {
  client: Knex;
  name: string;
  settings: object;
  now: number;
  onChange(trx: Knex): Promise<void>;
}): Promise<boolean> {
  const { client, name, settings, now, onChange } = options;
  const state = createHash('sha256')
    .update(JSON.stringify(settings))
    .digest('hex');
  return client.transaction(async trx => {
    const known = await trx('cost_poll').where({ name }).first('state');
    if (known?.state === state) {
      return false;
    }
    await trx('cost_poll')
      .insert({ name, state, last_success_at: now })
      .onConflict('name')
      .merge();
    await onChange(trx);
    return true;
  });
}
