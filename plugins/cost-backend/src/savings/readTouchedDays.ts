import type { DailyAmount } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { AppliedSaving } from './SavingStore';

const DAY_MS = 86_400_000;
/** Days before and after the change that are compared at most. */
const DAYS = 35;

/**
 * What a saving was to lower, day by day around the change: the resource
 * itself; for a commitment what the account pays for its machines less what
 * they would cost without commitments; otherwise all that the service spends
 * on the category, in which other changes count too.
 */
export async function readTouchedDays(options: {
  client: Knex;
  applied: AppliedSaving;
}): Promise<{ of: 'resources' | 'category'; days: DailyAmount[] }> {
  const { client, applied } = options;
  const { saving, appliedAt, touches } = applied;
  const range = {
    currency: saving.currency,
    from: dayAt(appliedAt - DAYS * DAY_MS),
    to: dayAt(appliedAt + DAYS * DAY_MS),
  };
  const { category, resourceId, subAccount } = touches;
  if (resourceId !== undefined) {
    return {
      of: 'resources',
      days: await readLines({
        client,
        range,
        sum: 'line.effective',
        where: key => key.where('key.resource_id', resourceId),
      }),
    };
  }
  if (subAccount !== undefined) {
    return {
      of: 'resources',
      days: await readLines({
        client,
        range,
        sum: 'line.effective - line.contracted',
        // a bill without accounts below the one it is for: that one's machines
        where: key =>
          key
            .where('key.category', category)
            .where(account =>
              account
                .where('key.sub_account', subAccount)
                .orWhere(none =>
                  none
                    .whereNull('key.sub_account')
                    .where('line.billing_account', subAccount),
                ),
            ),
      }),
    };
  }
  const query = client('cost_daily')
    .where({
      currency: range.currency,
      kind: 'usage',
      category,
    })
    .where('day', '>=', range.from)
    .where('day', '<=', range.to);
  if (saving.entityRef) {
    query.where('entity_ref', saving.entityRef);
  }
  const rows: Row[] = await query
    .groupBy('day')
    .select('day', client.raw('cast(sum(effective) as text) as amount'));
  return { of: 'category', days: rows.map(toDay) };
}

interface Row {
  day: string;
  amount: string;
}

interface Range {
  currency: string;
  from: string;
  /** Inclusive. */
  to: string;
}

async function readLines(options: {
  client: Knex;
  range: Range;
  sum: 'line.effective' | 'line.effective - line.contracted';
  /** Of the key, and of the line where the key does not say. */
  where: (query: Knex.QueryBuilder) => unknown;
}): Promise<DailyAmount[]> {
  const { client, range, sum, where } = options;
  const rows: Row[] = await client('cost_line as line')
    .join('cost_key as key', 'key.id', 'line.key_id')
    .where({ 'line.currency': range.currency, 'line.kind': 'usage' })
    .where(key => where(key))
    .where('line.day', '>=', range.from)
    .where('line.day', '<=', range.to)
    .groupBy('line.day')
    .select(
      'line.day as day',
      client.raw(`cast(sum(${sum}) as text) as amount`),
    );
  return rows.map(toDay);
}

function toDay({ day, amount }: Row): DailyAmount {
  return { day, amount: BigInt(amount) };
}

function dayAt(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
