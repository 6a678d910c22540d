import type { Knex } from 'knex';

/**
 * Makes leased work due at an instant, if it is not due sooner. Where it is
 * being done at the moment, which may be with what was known before, it is due
 * again then.
 *
 * @param options.name - of the lease
 * @param options.dueAt - Unix milliseconds
 * @param options.now - Unix milliseconds
 */
export async function bringForward(options: {
  client: Knex;
  name: string;
  dueAt: number;
  now: number;
}): Promise<void> {
  const { client, name, dueAt, now } = options;
  await client('cost_lease')
    .insert({ name, due_at: dueAt })
    .onConflict('name')
    .ignore();
  await client('cost_lease')
    .where({ name })
    // who died at work is replaced, and that is soon enough
    .where(later =>
      later.where('due_at', '>', dueAt).orWhere('until', '>', now),
    )
    .update({ due_at: dueAt });
}
