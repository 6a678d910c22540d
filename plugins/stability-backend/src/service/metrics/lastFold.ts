import type { Knex } from 'knex';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';

/**
 * When the facts of an entity's services were last brought up to date, Unix
 * milliseconds; undefined where nothing is known of any.
 */
export async function lastFold(options: {
  client: Knex;
  entity: AskedEntity;
  scope: ServiceScope;
}): Promise<number | undefined> {
  const { client, entity, scope } = options;
  const query = client('stability_facts as f');
  applyMembers(query, { entity, column: 'f.entity_ref' });
  applyServiceScope(query, { scope, column: 'f.entity_ref' });
  const [{ at }] = await query.max({ at: 'f.folded_at' });
  return at === null || at === undefined ? undefined : Number(at);
}
