import type {
  CostCategory,
  DailyAmount,
  Saving,
  SavingKind,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

const DAY_MS = 86_400_000;
/** Days before and after the change that are compared at most. */
const DAYS = 35;

const CATEGORIES: Record<SavingKind, readonly CostCategory[]> = {
  'right-size': ['compute'],
  spot: ['compute'],
  commitment: ['compute'],
  idle: ['storage', 'network'],
  'storage-lifecycle': ['storage'],
};

/** What a saving was to lower, day by day around the change. */
export async function readCategoryDays(options: {
  client: Knex;
  saving: Saving;
  /** Unix milliseconds. */
  appliedAt: number;
}): Promise<DailyAmount[]> {
  const { client, saving, appliedAt } = options;
  const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);
  const rows: Array<{ day: string; effective: string }> = await client(
    'cost_daily',
  )
    .where({ currency: saving.currency, kind: 'usage' })
    .whereIn('category', CATEGORIES[saving.kind])
    .where('day', '>=', dayAt(appliedAt - DAYS * DAY_MS))
    .where('day', '<=', dayAt(appliedAt + DAYS * DAY_MS))
    .modify(query =>
      saving.entityRef
        ? query.where('entity_ref', saving.entityRef)
        : undefined,
    )
    .groupBy('day')
    .select('day', client.raw('cast(sum(effective) as text) as effective'));
  return rows.map(({ day, effective }) => ({
    day,
    amount: BigInt(effective),
  }));
}
