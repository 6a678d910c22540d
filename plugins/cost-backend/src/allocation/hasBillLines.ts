import type { Knex } from 'knex';

/** Whether a bill was ever read of which anything is left. */
export async function hasBillLines(client: Knex): Promise<boolean> {
  const line = await client('cost_line').first('source');
  return line !== undefined;
}
