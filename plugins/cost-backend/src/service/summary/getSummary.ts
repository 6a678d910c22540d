import { InputError } from '@backstage/errors';
import {
  addDays,
  type CostPage,
  formatAmount,
  type PageRequest,
  type ServiceCostSummary,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import { applyServiceScope } from '@plimsoll/service-index';
import type { ServiceDigest } from '../../derive/ServiceDigest';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';

const DEFAULT_LIMIT = 100;
const OLDEST_CHANGE_FIRST = [
  { sql: 's.changed_at', direction: 'asc', type: 'integer' },
  { sql: 's.entity_ref', direction: 'asc' },
  { sql: 's.currency', direction: 'asc' },
] as const;

interface SummaryRow {
  entity_ref: string;
  currency: string;
  content: string;
  changed_at: string | number;
  anomalies: number;
  amount: string;
  saving: string | null;
}

/**
 * One row per service and currency that changed since an instant, oldest
 * change first. `since` is inclusive, and changes become visible in the order
 * of their commits: who follows asks again from a minute before the newest
 * change seen.
 *
 * @throws InputError when `since` is no instant or the cursor is not of here
 */
export async function getSummary(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & { since?: string };
}): Promise<CostPage<ServiceCostSummary>> {
  const { context, view, request } = options;
  const { client } = context;
  const { since, limit = DEFAULT_LIMIT, cursor } = request;
  const rows = client('cost_service as s');
  applyServiceScope(rows, { scope: view.scope, column: 's.entity_ref' });
  if (since !== undefined) {
    rows.where('s.changed_at', '>=', instantOf(since));
  }
  const page = await readPage<SummaryRow>({
    client,
    rows,
    list: 'summary',
    terms: OLDEST_CHANGE_FIRST,
    limit,
    cursor,
    select: query =>
      query
        .join('cost_service as s', join =>
          join
            .on('s.entity_ref', 'page.place_1')
            .on('s.currency', 'page.place_2'),
        )
        .select(
          's.entity_ref',
          's.currency',
          's.content',
          's.changed_at',
          's.anomalies',
          client.raw('cast(s.effective_to_date as text) as amount'),
          client.raw('cast(s.saving as text) as saving'),
        ),
  });
  return { ...page, items: page.items.map(toSummary) };
}

function toSummary(row: SummaryRow): ServiceCostSummary {
  const digest: ServiceDigest = JSON.parse(row.content);
  const { change, forecast, budget, unitCost, to } = digest;
  return {
    entityRef: row.entity_ref,
    changedAt: new Date(Number(row.changed_at)).toISOString(),
    currency: row.currency,
    monthToDate: formatAmount(BigInt(row.amount)),
    ...(change && { change }),
    ...(forecast && { forecast }),
    ...(budget && { budget }),
    ...(unitCost && { unitCost }),
    ...(row.saving !== null && { saving: formatAmount(BigInt(row.saving)) }),
    anomalies: row.anomalies,
    completeTo: addDays(to, -1),
  };
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) {
    throw new InputError(
      `since is '${text}', which is no instant; write it like 2026-11-17T09:30:00Z`,
    );
  }
  return at;
}
