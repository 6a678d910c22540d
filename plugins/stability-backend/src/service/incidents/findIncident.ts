import { NotFoundError } from '@backstage/errors';
import type { Incident } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';

/**
 * One incident that the caller may see.
 *
 * @throws NotFoundError when it does not exist, and in the same words when the
 * caller may not see it
 */
export async function findIncident(options: {
  client: Knex;
  scope: ServiceScope;
  id: string;
}): Promise<Incident> {
  const { client, scope, id } = options;
  const query = client('stability_incident as i').where('i.id', id);
  applyServiceScope(query, { scope, column: 'i.entity_ref' });
  const row: { content: string } | undefined = await query.first('i.content');
  if (!row) {
    throw new NotFoundError(
      `There is no incident '${id}', or you may not see it`,
    );
  }
  return JSON.parse(row.content);
}
