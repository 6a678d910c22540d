import type {
  ServiceStabilitySummary,
  StabilityPage,
} from '@plimsoll/plugin-stability-common';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import { readPage } from '@plimsoll/plugin-database';
import { DEFAULT_WINDOW } from '../../facts/MetricWindow';
import { type KeptRow, toServiceStability } from '../fleet/toServiceStability';
import { instantOf } from '../instantRange';
import type { StabilityContext } from '../StabilityContext';

const DEFAULT_LIMIT = 100;
const OLDEST_CHANGE_FIRST = [
  { sql: 'm.changed_at', direction: 'asc', type: 'integer' },
  { sql: 'm.entity_ref', direction: 'asc' },
] as const;

/** Query of `GET /summary`. */
export interface SummaryRequest {
  since?: string;
  limit?: number;
  cursor?: string;
}

/**
 * One row per service that changed since an instant, oldest change first, with
 * its metrics of 90 days.
 *
 * `since` is inclusive, and changes become visible in the order of their
 * commits: who follows asks again from a minute before the newest change seen.
 *
 * @throws InputError when `since` is no instant or the cursor is not of here
 */
export async function getSummary(options: {
  context: Pick<StabilityContext, 'client' | 'services' | 'demo'>;
  scope: ServiceScope;
  request: SummaryRequest;
}): Promise<StabilityPage<ServiceStabilitySummary>> {
  const { context, scope, request } = options;
  const { client, demo } = context;
  const { since, limit = DEFAULT_LIMIT, cursor } = request;
  const rows = client('stability_metric as m').where(
    'm.window_days',
    DEFAULT_WINDOW,
  );
  applyServiceScope(rows, { scope, column: 'm.entity_ref' });
  if (since !== undefined) {
    rows.where('m.changed_at', '>=', instantOf(since));
  }
  const page = await readPage<KeptRow & { changed_at: number | string }>({
    client,
    rows,
    list: 'summary',
    terms: OLDEST_CHANGE_FIRST,
    limit,
    cursor,
    select: query =>
      query
        .join('stability_metric as item', join =>
          join
            .on('item.entity_ref', 'page.place_1')
            .andOnVal('item.window_days', DEFAULT_WINDOW),
        )
        .join('stability_facts as f', 'f.entity_ref', 'item.entity_ref')
        .select(
          'item.entity_ref',
          'item.changed_at',
          'item.content',
          'f.folded_at',
        ),
  });
  const services = await context.services.getServices(
    page.items.map(row => row.entity_ref),
  );
  return {
    ...page,
    items: page.items.map(row => ({
      ...toServiceStability({
        row,
        days: DEFAULT_WINDOW,
        service: services.get(row.entity_ref),
        demo,
      }),
      changedAt: new Date(Number(row.changed_at)).toISOString(),
    })),
  };
}
