import type { Knex } from 'knex';
import { markDirty } from './markDirty';

/**
 * Says that every month that anything is known of must be allotted anew.
 *
 * @param options.now - Unix milliseconds
 */
export async function markAllDirty(options: {
  trx: Knex;
  now: number;
}): Promise<void> {
  const { trx, now } = options;
  const billed: string[] = await trx('cost_line')
    .distinct('billing_month')
    .pluck('billing_month');
  const given: string[] = await trx('cost_daily')
    .distinct('billing_month')
    .pluck('billing_month');
  const used: string[] = await trx('cost_share').distinct('day').pluck('day');
  await markDirty({
    trx,
    billingMonths: [
      ...billed,
      ...given,
      ...used.map(day => `${day.slice(0, 7)}-01`),
    ],
    now,
  });
}
