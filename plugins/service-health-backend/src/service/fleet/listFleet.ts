import { readPage } from '@plimsoll/plugin-database';
import type {
  FleetPage,
  ListFleetRequest,
} from '@plimsoll/plugin-service-health-common';
import { applyFleetFilter } from './applyFleetFilter';
import { fleetOrder } from './fleetOrders';
import { type FleetView, visibleRows } from './FleetView';
import { loadServices, type SeenRow, seenColumns } from './loadServices';
import type { ServiceHealthContext } from '../ServiceHealthContext';

const DEFAULT_LIMIT = 25;

/**
 * One page of the fleet, sorted and filtered by narrow rows; contents are read
 * of the page alone.
 *
 * @throws InputError when the cursor belongs to another order, or a ref is none
 */
export async function listFleet(options: {
  context: ServiceHealthContext;
  view: FleetView;
  request: ListFleetRequest;
}): Promise<FleetPage> {
  const { context, view, request } = options;
  const { client } = context;
  const { limit = DEFAULT_LIMIT, cursor } = request;
  const { columns, lenses } = view;
  const rows = visibleRows({ client, view });
  applyFleetFilter(rows, { filter: request, columns });
  const { list, terms } = fleetOrder(request, columns);
  const page = await readPage<SeenRow>({
    client,
    rows,
    list,
    terms,
    limit,
    cursor,
    select: query => {
      query.join(
        'service_summary as s',
        's.entity_ref',
        `page.place_${terms.length - 1}`,
      );
      columns.join(query, client);
      return query.select(
        's.entity_ref',
        ...seenColumns(view).map(sql => client.raw(sql)),
      );
    },
  });
  return {
    items: await loadServices({ context, rows: page.items }),
    totalItems: page.totalItems,
    pageInfo: page.pageInfo,
    lenses,
  };
}
