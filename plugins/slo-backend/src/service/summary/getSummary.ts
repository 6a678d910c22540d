import {
  type ObjectiveStatus,
  type Page,
  type ServiceSloSummary,
  type SloState,
  type SummaryRequest,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import {
  applyCursor,
  applyOrder,
  checkLimit,
  cursorAfter,
  type OrderTerm,
} from '@plimsoll/plugin-database';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { OBJECTIVE_ORDERS } from '../list/objectiveOrders';
import type { SloContext } from '../SloContext';
import { loadStatuses } from '../status/loadStatuses';
import { selectStatus, type StatusRow } from '../status/StatusRow';
import { visibleObjectives } from '../visibleObjectives';
import { changedServices } from './changedServices';

const DEFAULT_LIMIT = 100;
const CURSOR_LIST = 'summary';
const TERMS: OrderTerm[] = [
  { sql: 'c.changed_at', direction: 'asc', type: 'integer' },
  { sql: 'c.entity_ref', direction: 'asc' },
];

/**
 * One row per service that changed since an instant, oldest change first. A
 * service whose last objective was removed is a row with 0 objectives.
 *
 * `since` is inclusive, and changes become visible in the order of their
 * commits: who follows asks again from a minute before the newest change seen.
 *
 * @throws InputError when `since` is no instant, the limit no whole number or the
 * cursor not of here
 */
export async function getSummary(options: {
  context: SloContext;
  scope: ObjectiveScope;
  request: SummaryRequest;
}): Promise<Page<ServiceSloSummary>> {
  const { context, scope, request } = options;
  const { client } = context;
  const { since, cursor, limit = DEFAULT_LIMIT } = request;
  checkLimit(limit);
  const changed = changedServices({
    client,
    scope,
    sinceMs: since === undefined ? undefined : unixSeconds(since) * 1000,
  });

  const query = client.from(changed.as('c'));
  if (cursor !== undefined) {
    applyCursor(query, { list: CURSOR_LIST, terms: TERMS, cursor });
  }
  applyOrder(query, TERMS);
  const rows: ChangedRow[] = await query
    .select('c.entity_ref', 'c.changed_at')
    .limit(limit + 1);
  const [{ number }] = await client.from(changed.as('c')).count('* as number');

  const page = rows.slice(0, limit);
  const last = page[page.length - 1];
  const statuses = await statusesOf(options, page);
  return {
    items: page.map(row => toSummary(row, statuses)),
    totalItems: Number(number),
    pageInfo: {
      nextCursor:
        rows.length > limit
          ? cursorAfter({ row: last, list: CURSOR_LIST, terms: TERMS })
          : undefined,
    },
  };
}

interface ChangedRow {
  entity_ref: string;
  /** Unix milliseconds. */
  changed_at: number | string;
}

/** The objectives of the page's services, worst first. */
async function statusesOf(
  options: { context: SloContext; scope: ObjectiveScope },
  page: ChangedRow[],
): Promise<ObjectiveStatus[]> {
  const { context, scope } = options;
  const query = visibleObjectives({ client: context.client, scope }).whereIn(
    'o.entity_ref',
    page.map(row => row.entity_ref),
  );
  applyOrder(query, OBJECTIVE_ORDERS.worst);
  const rows: StatusRow[] = await selectStatus(query);
  return loadStatuses({ context, rows });
}

function toSummary(
  row: ChangedRow,
  statuses: ObjectiveStatus[],
): ServiceSloSummary {
  const own = statuses.filter(status => status.entityRef === row.entity_ref);
  const stateCounts: Partial<Record<SloState, number>> = {};
  for (const { state } of own) {
    stateCounts[state] = (stateCounts[state] ?? 0) + 1;
  }
  return {
    entityRef: row.entity_ref,
    changedAt: new Date(Number(row.changed_at)).toISOString(),
    objectives: own.length,
    stateCounts,
    worst: own[0],
  };
}
