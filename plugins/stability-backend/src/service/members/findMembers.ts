import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';

/**
 * The services that an entity stands for, as far as the caller may see them,
 * sorted. A service counts when the catalog has it or anything is known of it.
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
  for (const table of ['service_index', 'stability_facts']) {
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
