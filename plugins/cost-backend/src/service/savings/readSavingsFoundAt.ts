import type { Knex } from 'knex';
import { SavingStore } from '../../savings/SavingStore';

/**
 * When savings were last worked out, ISO 8601; nothing until the first time.
 * Before, no sum of savings may be said: it would read as nothing to save.
 */
export async function readSavingsFoundAt(
  client: Knex,
): Promise<string | undefined> {
  const foundAt = await SavingStore.create({ client }).readFoundAt();
  return foundAt === undefined ? undefined : new Date(foundAt).toISOString();
}
