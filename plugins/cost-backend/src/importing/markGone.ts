import type { Knex } from 'knex';
import type { BillPeriod } from './LineStage';

/**
 * How long a delivery must be missing before anything is made of it,
 * milliseconds: one that is written anew is not listed until it has settled.
 */
export const GONE_AFTER_MS = 15 * 60_000;

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * Notes which deliveries a source no longer has. What was read of them stays in
 * the bill; those of which nothing is in the bill are forgotten after a while.
 *
 * @param options.listed - ids of all that it has
 * @param options.now - Unix milliseconds
 */
export async function markGone(options: {
  client: Knex;
  source: string;
  listed: ReadonlySet<string>;
  now: number;
}): Promise<void> {
  const { client, source, listed, now } = options;
  const rows: Array<{ id: string; gone_at: string | number | null }> =
    await client('cost_delivery').where({ source }).select('id', 'gone_at');
  const ids = (isWanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isWanted).map(({ id }) => id);
  const gone = ids(row => row.gone_at === null && !listed.has(row.id));
  const back = ids(row => row.gone_at !== null && listed.has(row.id));
  for (const [changed, goneAt] of [
    [gone, now],
    [back, null],
  ] as const) {
    for (let start = 0; start < changed.length; start += CHUNK) {
      await client('cost_delivery')
        .where({ source })
        .whereIn('id', changed.slice(start, start + CHUNK))
        .update({ gone_at: goneAt });
    }
  }
  await forget({ client, source, goneBy: now - GONE_AFTER_MS });
}

async function forget(options: {
  client: Knex;
  source: string;
  goneBy: number;
}): Promise<void> {
  const { client, source, goneBy } = options;
  const rows: Array<{ id: string; periods: string }> = await client(
    'cost_delivery',
  )
    .where({ source })
    .where('gone_at', '<=', goneBy)
    .whereNull('lease_owner')
    .select('id', 'periods');
  for (const { id, periods } of rows) {
    const read: BillPeriod[] = JSON.parse(periods);
    if (!(await isBillOfAny({ client, source, id, periods: read }))) {
      await client('cost_delivery')
        .where({ source, id })
        .whereNull('lease_owner')
        .delete();
    }
  }
}

/** Whether a delivery is still the bill of any of the periods that it had. */
async function isBillOfAny(options: {
  client: Knex;
  source: string;
  id: string;
  periods: readonly BillPeriod[];
}): Promise<boolean> {
  const { client, source, id, periods } = options;
  for (const { billingAccount, billingMonth } of periods) {
    const held = await client('cost_line')
      .where({
        source,
        billing_account: billingAccount,
        billing_month: billingMonth,
      })
      .first('delivery_id');
    if (held?.delivery_id === id) {
      return true;
    }
  }
  return false;
}
