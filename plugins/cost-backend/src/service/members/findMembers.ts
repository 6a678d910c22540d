import { NotFoundError } from '@backstage/errors';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** A service counts when the catalog has it or it costs anything. */
export const SERVICE_TABLES = ['service_index', 'cost_service'] as const;

/**
 * The services that an entity stands for, as far as the caller may see them,
 * sorted.
 *
 * @throws NotFoundError when there is none, and in the same words when the
 * caller may see none
 */
export async function findMembers(options: {
  client: Knex;
  scope: ServiceScope;
  entity: AskedEntity;
}): Promise<string[]> {
  const { client, scope, entity } = options;
  const found = new Set<string>();
  for (const table of SERVICE_TABLES) {
    const query = client(table);
    const column = `${table}.entity_ref`;
    applyMembers(query, { entity, column });
    applyServiceScope(query, { scope, column });
    const refs: string[] = await query.pluck(column);
    refs.forEach(ref => found.add(ref));
  }
  if (found.size === 0) {
    throw new NotFoundError(
      `There is no service of ${entity.entityRef}, or you may not see it`,
    );
  }
  return [...found].sort();
}
