import {
  type Deployment,
  type DeploymentPage,
  environmentOf,
  type ListDeploymentsRequest,
} from '@plimsoll/plugin-stability-common';
import {
  applyMembers,
  applyServiceScope,
  askedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';
import { readPage } from '@plimsoll/plugin-database';
import { instantOf } from '../instantRange';
import type { StabilityContext } from '../StabilityContext';

const DEFAULT_LIMIT = 25;
const NEWEST_FIRST = [
  { sql: 'd.started_at', direction: 'desc', type: 'integer' },
  { sql: 'd.id', direction: 'desc' },
] as const;

/**
 * One page of deployments, newest first by their start.
 *
 * @throws InputError when an instant, a ref or the cursor cannot be read
 */
export async function listDeployments(options: {
  context: Pick<StabilityContext, 'client' | 'rules'>;
  scope: ServiceScope;
  request: ListDeploymentsRequest;
}): Promise<DeploymentPage> {
  const { context, scope, request } = options;
  const { client, rules } = context;
  const { limit = DEFAULT_LIMIT, cursor } = request;
  const rows = client('stability_deployment as d');
  applyServiceScope(rows, { scope, column: 'd.entity_ref' });
  if (request.entityRef !== undefined) {
    const entity = askedEntity(request.entityRef);
    applyMembers(rows, { entity, column: 'd.entity_ref' });
  }
  if (request.environment !== undefined) {
    const { name } = environmentOf(request.environment, rules);
    rows.where(
      name === 'production'
        ? { 'd.production': true }
        : { 'd.environment': name },
    );
  }
  if (request.verdict !== undefined) {
    rows.whereIn('d.verdict', [request.verdict].flat());
  }
  if (request.from !== undefined) {
    rows.where('d.started_at', '>=', instantOf(request.from));
  }
  if (request.to !== undefined) {
    rows.where('d.started_at', '<', instantOf(request.to));
  }
  const page = await readPage<{ content: string }>({
    client,
    rows,
    list: 'deployments',
    terms: NEWEST_FIRST,
    limit,
    cursor,
    select: query =>
      query
        .join('stability_deployment as item', 'item.id', 'page.place_1')
        .select('item.content'),
  });
  return {
    ...page,
    items: page.items.map(({ content }): Deployment => JSON.parse(content)),
  };
}
