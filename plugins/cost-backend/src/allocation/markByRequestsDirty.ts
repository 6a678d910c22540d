import type { Knex } from 'knex';
import { distinctValues } from '../database/distinctValues';
import type { AllocationSettings } from './AllocationSettings';
import { isSharedByRequests } from './isSharedByRequests';
import { markAssumedDirty } from './markAssumedDirty';
import { markDirty } from './markDirty';

/** Latest months that other counts of requests may change. */
const MONTHS = 3;

/**
 * Says that months must be allotted anew where something is shared by
 * requests, after those have been counted.
 *
 * @param options.now - Unix milliseconds
 */
export async function markByRequestsDirty(options: {
  trx: Knex;
  allocation: Pick<AllocationSettings, 'pools'>;
  now: number;
}): Promise<void> {
  const { trx, allocation, now } = options;
  if (await isSharedByRequests({ trx, allocation })) {
    const billingMonths = await distinctValues({
      query: trx('cost_line'),
      column: 'billing_month',
    });
    const newest = billingMonths.sort().slice(-MONTHS);
    // the oldest first, as all do who mark months
    await markAssumedDirty({ trx, except: newest, now });
    await markDirty({ trx, billingMonths: newest, now });
  }
}
