import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { markAllDirty } from '../allocation/markAllDirty';

const NAME = 'allocation-services';

/**
 * Lets every month be allotted anew where pools are shared by all services and
 * these are others than when months were marked last. A new title or owner
 * changes nobody's share.
 *
 * @param options.now - Unix milliseconds
 * @returns whether months were marked
 */
export async function followServiceRefs(options: {
  client: Knex;
  allocation: Pick<AllocationSettings, 'pools'>;
  now: number;
}): Promise<boolean> {
  const { client, allocation, now } = options;
  if (allocation.pools.every(({ members }) => members !== undefined)) {
    return false;
  }
  return client.transaction(async trx => {
    const refs: string[] = await trx('service_index')
      .where('kind', 'component')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    const state = createHash('sha256').update(refs.join('\n')).digest('hex');
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
