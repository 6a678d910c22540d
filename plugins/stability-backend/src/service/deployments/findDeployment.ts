import { NotFoundError } from '@backstage/errors';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';

/**
 * One deployment that the caller may see.
 *
 * @throws NotFoundError when it does not exist, and in the same words when the
 * caller may not see it
 */
export async function findDeployment(options: {
  client: Knex;
  scope: ServiceScope;
  id: string;
}): Promise<Deployment> {
  const { client, scope, id } = options;
  const query = client('stability_deployment as d').where('d.id', id);
  applyServiceScope(query, { scope, column: 'd.entity_ref' });
  const row: { content: string } | undefined = await query.first('d.content');
  if (!row) {
    throw new NotFoundError(
      `There is no deployment '${id}', or you may not see it`,
    );
  }
  return JSON.parse(row.content);
}
