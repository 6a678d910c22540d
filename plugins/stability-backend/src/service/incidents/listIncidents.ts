import type {
  Incident,
  IncidentPage,
  ListIncidentsRequest,
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
  { sql: 'i.started_at', direction: 'desc', type: 'integer' },
  { sql: 'i.id', direction: 'desc' },
] as const;

/**
 * One page of incidents, newest first by their start.
 *
 * @throws InputError when an instant, a ref or the cursor cannot be read
 */
export async function listIncidents(options: {
  context: Pick<StabilityContext, 'client'>;
  scope: ServiceScope;
  request: ListIncidentsRequest;
}): Promise<IncidentPage> {
  const { context, scope, request } = options;
  const { client } = context;
  const { limit = DEFAULT_LIMIT, cursor } = request;
  const rows = client('stability_incident as i');
  applyServiceScope(rows, { scope, column: 'i.entity_ref' });
  if (request.entityRef !== undefined) {
    const entity = askedEntity(request.entityRef);
    applyMembers(rows, { entity, column: 'i.entity_ref' });
  }
  if (request.open === true) {
    rows.whereIn('i.state', ['triggered', 'acknowledged']);
  } else if (request.open === false) {
    rows.where('i.state', 'resolved');
  }
  if (request.from !== undefined) {
    rows.where('i.started_at', '>=', instantOf(request.from));
  }
  if (request.to !== undefined) {
    rows.where('i.started_at', '<', instantOf(request.to));
  }
  const page = await readPage<{ content: string }>({
    client,
    rows,
    list: 'incidents',
    terms: NEWEST_FIRST,
    limit,
    cursor,
    select: query =>
      query
        .join('stability_incident as item', 'item.id', 'page.place_1')
        .select('item.content'),
  });
  return {
    ...page,
    items: page.items.map(({ content }): Incident => JSON.parse(content)),
  };
}
