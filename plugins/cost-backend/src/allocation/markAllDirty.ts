import type { Knex } from 'knex';
import { distinctValues } from '../database/distinctValues';
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
  const valuesOf = (table: string, column: string) =>
    distinctValues({ query: trx(table), column });
  const billed = await valuesOf('cost_line', 'billing_month');
  const given = await valuesOf('cost_daily', 'billing_month');
  const used = await valuesOf('cost_share', 'day');
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
