import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';

/**
 * Whether a service lies in a scope. Who may correct all, may correct one that
 * the catalog does not know yet; for others it belongs to nobody.
 */
export async function isCorrectable(options: {
  client: Knex;
  entityRef: string;
  scope: ServiceScope;
}): Promise<boolean> {
  const { client, entityRef, scope } = options;
  if (scope.kind !== 'some') {
    return scope.kind === 'all';
  }
  const query = client('service_index').where(
    'service_index.entity_ref',
    entityRef,
  );
  applyServiceScope(query, { scope, column: 'service_index.entity_ref' });
  return (await query.first('service_index.entity_ref')) !== undefined;
}
