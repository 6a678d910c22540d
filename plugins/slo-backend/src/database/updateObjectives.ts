import type { Knex } from 'knex';
import { whereIdIn } from './whereIdIn';

/** Columns of `slo_objective` that the engine owns, and their new values. */
export type ObjectiveChange = Partial<{
  due_at: number;
  lease_owner: null;
  lease_until: null;
  read_up_to: number;
  backfilled_from: number;
  measured_from: number;
  measured_up_to: number;
}>;

/**
 * Writes changes of objectives, those that are alike in one statement: in a
 * usual minute all are. PostgreSQL writes a row anew with each update, so each
 * row should see one.
 */
export async function updateObjectives(options: {
  client: Knex;
  /** By id; an empty change is not written. */
  changes: Map<number, ObjectiveChange>;
}): Promise<void> {
  const { client, changes } = options;
  const groups = new Map<string, { ids: number[]; change: ObjectiveChange }>();
  for (const [id, change] of changes) {
    const key = JSON.stringify(Object.entries(change).sort());
    const group = groups.get(key) ?? { ids: [], change };
    group.ids.push(id);
    groups.set(key, group);
  }
  for (const { ids, change } of groups.values()) {
    if (Object.keys(change).length > 0) {
      await client('slo_objective').modify(whereIdIn, 'id', ids).update(change);
    }
  }
}
