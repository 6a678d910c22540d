import {
  type ListObjectivesRequest,
  type ObjectivePage,
  SLO_STATES,
  type SloState,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { loadStatuses } from '../status/loadStatuses';
import { selectStatus, type StatusRow } from '../status/StatusRow';
import { visibleObjectives } from '../visibleObjectives';
import { countStates } from './countStates';
import { decodeCursor, encodeCursor } from './cursor';
import { applyAfter, applyOrder, orderKeyOf } from './keyset';
import { applyObjectiveFilter } from './ObjectiveFilter';
import { OBJECTIVE_ORDERS } from './objectiveOrders';
import { readFacets } from './readFacets';
import { visibleConflicts } from './visibleConflicts';
import { visibleSources } from './visibleSources';

const DEFAULT_LIMIT = 25;

/**
 * One page of objectives. Counts, totals, facets, conflicts and sources see
 * what the page sees: all start from the same `visibleObjectives`.
 *
 * @throws InputError when the cursor belongs to another order
 */
export async function listObjectives(options: {
  context: SloContext;
  scope: ObjectiveScope;
  request: ListObjectivesRequest;
}): Promise<ObjectivePage> {
  const { context, scope, request } = options;
  const { client } = context;
  const visible = () => visibleObjectives({ client, scope });
  const states = statesOf(request);

  const { rows, nextCursor } = await readRows(options, states);
  const stateCounts = await countStates({
    visible: visible(),
    filter: request,
  });
  return {
    items: await loadStatuses({ context, rows }),
    totalItems: states.reduce((sum, state) => sum + stateCounts[state], 0),
    pageInfo: { nextCursor },
    stateCounts,
    facets: await readFacets({ client, scope }),
    conflicts: await visibleConflicts({ client, scope, visible, request }),
    sources: await visibleSources({ context, scope, visible }),
  };
}

async function readRows(
  options: {
    context: SloContext;
    scope: ObjectiveScope;
    request: ListObjectivesRequest;
  },
  states: readonly SloState[],
): Promise<{ rows: StatusRow[]; nextCursor?: string }> {
  const { context, scope, request } = options;
  const { client } = context;
  const { sort = 'worst', limit = DEFAULT_LIMIT, cursor } = request;
  const terms = OBJECTIVE_ORDERS[sort];
  const query = visibleObjectives({ client, scope });
  applyObjectiveFilter(query, request);
  if (states.length < SLO_STATES.length) {
    query.whereIn('s.state', states);
  }
  if (cursor !== undefined) {
    const after = decodeCursor({ cursor, list: sort, length: terms.length });
    applyAfter(query, { terms, after });
  }
  applyOrder(query, terms);
  // One more than asked for tells whether there is another page. Only ids are
  // sorted: the long texts of all rows would be carried through the sorting.
  const found: Array<{ id: number }> = await query
    .select('o.id')
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const rows: StatusRow[] = await selectStatus(
    visibleObjectives({ client, scope }),
  ).whereIn(
    'o.id',
    page.map(({ id }) => id),
  );
  const byId = new Map(rows.map(row => [row.id, row]));
  return {
    rows: page.flatMap(({ id }) => byId.get(id) ?? []),
    nextCursor:
      found.length > limit
        ? encodeCursor({
            list: sort,
            key: orderKeyOf({ ...page[page.length - 1] }, terms),
          })
        : undefined,
  };
}

function statesOf(request: ListObjectivesRequest): readonly SloState[] {
  const { state } = request;
  if (state === undefined) {
    return SLO_STATES;
  }
  return [...new Set(Array.isArray(state) ? state : [state])];
}
