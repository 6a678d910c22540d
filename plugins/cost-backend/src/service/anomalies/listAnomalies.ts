import {
  addDays,
  type CostAnomaly,
  type CostPage,
  type CostRangeRequest,
  type PageRequest,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { resolveRange } from '../range/resolveRange';
import { applyOwnerScope } from '../savings/applyOwnerScope';
import { readBillState } from '../state/readBillState';

const DEFAULT_LIMIT = 25;
/** Days to the last complete one that are shown by default. */
const SHOWN_DAYS = 30;
const NEWEST_FIRST = [
  { sql: 'a.from_day', direction: 'desc' },
  { sql: 'a.id', direction: 'asc' },
] as const;

/**
 * One page of anomalies that touch a range, newest first; of the last 30
 * complete days by default.
 *
 * @throws InputError when the ref or the range is none
 */
export async function listAnomalies(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & CostRangeRequest & { entityRef?: string };
}): Promise<CostPage<CostAnomaly>> {
  const { context, view, request } = options;
  const { client, now } = context;
  const { entityRef, limit = DEFAULT_LIMIT, cursor } = request;
  const state = await readBillState({ client, now: now() });
  const range = resolveRange({
    request,
    state,
    currency: context.allocation.currency,
    now: now(),
  });
  const from = request.from ?? addDays(range.to, -SHOWN_DAYS);
  const rows = client('cost_anomaly as a')
    .where('a.currency', range.currency)
    .where('a.from_day', '<', range.to)
    .where('a.to_day', '>', from);
  applyOwnerScope(rows, { view, column: 'a.entity_ref', entityRef });
  const page = await readPage<{ content: string }>({
    client,
    rows,
    list: 'anomalies',
    terms: NEWEST_FIRST,
    limit,
    cursor,
    select: query =>
      query
        .join('cost_anomaly as a', 'a.id', 'page.place_1')
        .select('a.content'),
  });
  return { ...page, items: page.items.map(row => JSON.parse(row.content)) };
}
