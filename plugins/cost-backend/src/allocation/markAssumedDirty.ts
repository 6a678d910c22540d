import type { Knex } from 'knex';
import { RequestsKnown } from './RequestsKnown';

/**
 * How long months wait that are shared as another one is, milliseconds: that
 * one is counted service by service, and each would change them all.
 */
const SETTLE_MS = 120_000;

/**
 * Says that months must be allotted anew whose shares by requests stand on
 * those of another month, or on none, where other requests are known by now.
 *
 * @param options.now - Unix milliseconds
 */
export async function markAssumedDirty(options: {
  trx: Knex;
  /** Months that are allotted anew anyhow. */
  except?: readonly string[];
  now: number;
}): Promise<void> {
  const { trx, except = [], now } = options;
  const rows: Array<Record<'billing_month' | 'of_month' | 'known', string>> =
    await trx('cost_assumed')
      .where('shared_by', 'requests')
      .whereNotIn('billing_month', [...except])
      .distinct('billing_month', 'of_month', 'known')
      .orderBy(['billing_month', 'of_month', 'known']);
  if (rows.length === 0) {
    return;
  }
  const requests = await RequestsKnown.read({ trx, now });
  const changed = new Set<string>();
  for (const {
    billing_month: billingMonth,
    of_month: ofMonth,
    known,
  } of rows) {
    if (requests.of({ billingMonth, ofMonth }) !== known) {
      changed.add(billingMonth);
    }
  }
  if (changed.size > 0) {
    await trx('cost_dirty')
      .insert(
        [...changed].sort().map(month => ({
          billing_month: month,
          since: now,
          due_at: now + SETTLE_MS,
        })),
      )
      // what is due sooner stays so; but whoever allots the month just now has
      // not seen what changed, and ends before this is written
      .onConflict('billing_month')
      .merge(['billing_month']);
  }
}
