import type { Knex } from 'knex';
import type { AllocationSettings } from './AllocationSettings';

/** Whether a pool, or a resource that services depend on, is shared by requests. */
export async function isSharedByRequests(options: {
  trx: Knex;
  allocation: Pick<AllocationSettings, 'pools'>;
}): Promise<boolean> {
  const { trx, allocation } = options;
  if (allocation.pools.some(({ key }) => key === 'requests')) {
    return true;
  }
  const dependency = await trx('cost_dependency')
    .where('split_by', 'requests')
    .first('weight');
  return dependency !== undefined;
}
