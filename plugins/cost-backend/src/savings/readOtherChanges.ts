import { addDays } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { AppliedSaving } from './SavingStore';

const DAY_MS = 86_400_000;

/**
 * How many other changes there were to a service while a saving's weeks were
 * compared: its deployments, less the one that made this change, and other
 * savings of the same category.
 */
export async function readOtherChanges(options: {
  client: Knex;
  applied: AppliedSaving;
  all: readonly AppliedSaving[];
  weeks: number;
}): Promise<number> {
  const { client, applied, all, weeks } = options;
  const { saving, appliedAt, touches } = applied;
  const from = appliedAt - weeks * 7 * DAY_MS;
  const to = appliedAt + weeks * 7 * DAY_MS;
  const savings = all.filter(
    other =>
      other.id !== applied.id &&
      other.saving.entityRef === saving.entityRef &&
      other.touches.category === touches.category &&
      other.appliedAt >= from &&
      other.appliedAt <= to,
  ).length;
  if (!saving.entityRef) {
    return savings;
  }
  const [{ deployments }]: Array<{ deployments: string | number }> =
    await client('cost_deployment')
      .where({ entity_ref: saving.entityRef, live: true })
      .where('finished_at', '>=', from)
      .where('finished_at', '<=', to)
      .select(client.raw('count(*) as deployments'));
  return savings + Math.max(0, Number(deployments) - 1);
}

/** Requests of each day around a change, for how much there was to do. */
export async function readVolumes(options: {
  client: Knex;
  applied: AppliedSaving;
  /** Days before and after. */
  days: number;
}): Promise<Map<string, number>> {
  const { client, applied, days } = options;
  const { entityRef } = applied.saving;
  if (!entityRef) {
    return new Map();
  }
  const day = new Date(applied.appliedAt).toISOString().slice(0, 10);
  const rows: Array<{ day: string; volume: number }> = await client(
    'cost_volume',
  )
    .where({ entity_ref: entityRef, unit: 'requests' })
    .where('day', '>=', addDays(day, -days))
    .where('day', '<=', addDays(day, days))
    .select('day', 'volume');
  return new Map(rows.map(row => [row.day, Number(row.volume)]));
}
