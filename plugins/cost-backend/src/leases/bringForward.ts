import type { Knex } from 'knex';

/**
 * Makes leased work due at an instant, if it is not due sooner. Where it is
 * being done at the moment, which may be with what was known before, it is due
 * again then.
 *
 * @param options.name - of the lease
 * @param options.dueAt - Unix milliseconds
 */
export async function bringForward(options: {
  client: Knex;
  name: string;
  dueAt: number;
}): Promise<void> {
  const { client, name, dueAt } = options;
  await client('cost_lease')
    .insert({ name, due_at: dueAt })
    .onConflict('name')
    .ignore();
  await client('cost_lease')
    .where({ name })
    .where(later => later.where('due_at', '>', dueAt).orWhereNotNull('owner'))
    .update({ due_at: dueAt });
}
