import {
  type ListObjectivesRequest,
  type ObjectivePage,
  type ObjectiveSort,
  SLO_STATES,
  type SloState,
} from '@plimsoll/plugin-slo-common';
import {
  applyCursor,
  applyOrder,
  cursorAfter,
  type OrderTerm,
  repeatOrder,
} from '@plimsoll/plugin-database';
import { visibleRules } from '../../existing/visibleRules';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { selectStatus, type StatusRow } from '../status/StatusRow';
import { toObjectiveStatus } from '../status/toObjectiveStatus';
import { visibleObjectives } from '../visibleObjectives';
import { countStates } from './countStates';
import { applyObjectiveFilter } from './ObjectiveFilter';
import { OBJECTIVE_ORDERS } from './objectiveOrders';
import { readFacets } from './readFacets';
import {
  rowService,
  type RowServiceColumns,
  selectRowService,
} from './rowService';
import { visibleConflicts } from './visibleConflicts';
import { visibleRefusals } from './visibleRefusals';
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
  const { client, recentLists } = context;
  const visible = () => visibleObjectives({ client, scope });
  const states = statesOf(request);
  const place = placeOf(request);

  // side by side, so that the parts are as of one moment
  const [rows, stateCounts, facets, conflicts, refusals, rules, sources] =
    await Promise.all([
      readRows({ ...options, states, place }),
      countStates({ visible: visible(), filter: request }),
      recentLists.facets({ client, scope }, () =>
        readFacets({ client, scope }),
      ),
      visibleConflicts({ client, scope, visible, request }),
      visibleRefusals({ client, scope, request }),
      visibleRules({ client, scope, request }),
      visibleSources({ context, scope, visible }),
    ]);
  const { limit } = place;
  const page = rows.slice(0, limit);
  return {
    items: page.map(row =>
      toObjectiveStatus({
        row,
        service: rowService(row),
        demo: context.sources.get(row.source)?.demo ?? false,
      }),
    ),
    totalItems: states.reduce((sum, state) => sum + stateCounts[state], 0),
    pageInfo: {
      nextCursor:
        rows.length > limit
          ? cursorAfter({ ...place, row: page[limit - 1] })
          : undefined,
    },
    stateCounts,
    facets,
    ...conflicts,
    ...refusals,
    ...rules,
    sources,
  };
}

/** Where a page begins and ends. */
interface Place {
  /** Names the order in cursors. */
  list: ObjectiveSort;
  terms: OrderTerm[];
  /** Of the page before; undefined on the first page. */
  cursor: string | undefined;
  limit: number;
}

function placeOf(request: ListObjectivesRequest): Place {
  const { sort = 'worst', limit = DEFAULT_LIMIT, cursor } = request;
  return { list: sort, terms: OBJECTIVE_ORDERS[sort], cursor, limit };
}

/** The rows of a page, and one more where there is another page. */
async function readRows(options: {
  context: SloContext;
  scope: ObjectiveScope;
  request: ListObjectivesRequest;
  states: readonly SloState[];
  place: Place;
}): Promise<Array<StatusRow & RowServiceColumns>> {
  const { context, scope, request, states, place } = options;
  const { client } = context;
  const { list, terms, cursor, limit } = place;
  const ids = visibleObjectives({ client, scope });
  applyObjectiveFilter(ids, request);
  if (states.length < SLO_STATES.length) {
    ids.whereIn('s.state', states);
  }
  if (cursor !== undefined) {
    applyCursor(ids, { list, terms, cursor });
  }
  applyOrder(ids, terms);
  ids.select('o.id').limit(limit + 1);
  // Only ids are sorted: the long texts of all rows would be carried through
  // the sorting.
  const rows = client(ids.as('page'))
    .join('slo_objective as o', 'o.id', 'page.id')
    .join('slo_status as s', 's.objective_id', 'page.id');
  repeatOrder(rows, { terms, table: 'page' });
  return selectRowService(selectStatus(rows));
}

function statesOf(request: ListObjectivesRequest): readonly SloState[] {
  const { state } = request;
  if (state === undefined) {
    return SLO_STATES;
  }
  return [...new Set(Array.isArray(state) ? state : [state])];
}
