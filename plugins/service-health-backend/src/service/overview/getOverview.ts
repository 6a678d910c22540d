import { NotFoundError } from '@backstage/errors';
import {
  type ServiceOverview,
  verdictLineOf,
} from '@plimsoll/plugin-service-health-common';
import { askedEntity } from '@plimsoll/service-index';
import { type FleetView, visibleRows } from '../fleet/FleetView';
import { loadServices, type SeenRow, seenColumns } from '../fleet/loadServices';
import type { ServiceHealthContext } from '../ServiceHealthContext';

/**
 * What opens the page of a service.
 *
 * @throws NotFoundError when there is no such service, and in the same words
 * when the caller may not see it
 */
export async function getOverview(options: {
  context: ServiceHealthContext;
  view: FleetView;
  ref: string;
}): Promise<ServiceOverview> {
  const { context, view, ref } = options;
  const { client } = context;
  const { entityRef } = askedEntity(ref);
  const rows: SeenRow[] = await visibleRows({ client, view })
    .where('s.entity_ref', entityRef)
    .select('s.entity_ref', ...seenColumns(view).map(sql => client.raw(sql)));
  const [service] = await loadServices({ context, rows });
  if (!service) {
    throw notFound(entityRef);
  }
  const { lenses } = view;
  return {
    ...service,
    verdictLine: verdictLineOf({ service, lenses }),
    lenses,
  };
}

function notFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no service '${entityRef}', or you may not see it`,
  );
}
