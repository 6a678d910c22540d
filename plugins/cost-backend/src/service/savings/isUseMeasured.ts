import { applyMembers, type AskedEntity } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { CostView } from '../../permissions/CostAccess';
import { applyOwnerScope } from './applyOwnerScope';

/**
 * Whether anything says what the pods of services use: without it nobody can
 * tell whether they ask for too much.
 *
 * @param options.entity - whose; all that the caller may see without it
 */
export async function isUseMeasured(options: {
  client: Knex;
  view: CostView;
  entity?: AskedEntity;
}): Promise<boolean> {
  const { client, view, entity } = options;
  const column = 'u.entity_ref';
  const rows = client('cost_use as u').where('u.kind', 'container');
  applyOwnerScope(rows, { view, column });
  if (entity) {
    applyMembers(rows, { entity, column });
  }
  return (await rows.first(column)) !== undefined;
}
