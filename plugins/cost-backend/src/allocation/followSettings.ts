import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { markAllDirty } from './markAllDirty';

const NAME = 'allocation-settings';

/**
 * Lets every month be allotted anew where app-config says otherwise than at
 * the last start whose each charge is. Replicas that start together mark once.
 *
 * @param options.settings - all that allocation depends on, as JSON has it
 * @param options.now - Unix milliseconds
 * @returns whether they are other than before
 */
export async function followSettings(options: {
  client: Knex;
  settings: object;
  now: number;
}): Promise<boolean> {
  const { client, settings, now } = options;
  const state = createHash('sha256')
    .update(JSON.stringify(settings))
    .digest('hex');
  return client.transaction(async trx => {
    const known = await trx('cost_poll').where('name', NAME).first('state');
    if (known?.state === state) {
      return false;
    }
    await trx('cost_poll')
      .insert({ name: NAME, state, last_success_at: now })
      .onConflict('name')
      .merge();
    await markAllDirty({ trx, now });
    return true;
  });
}
