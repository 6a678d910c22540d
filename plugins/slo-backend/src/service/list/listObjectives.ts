import {
  type ListObjectivesRequest,
  type ObjectivePage,
  SLO_STATES,
  type SloState,
} from '@plimsoll/plugin-slo-common';
import { cursorAfter } from '@plimsoll/plugin-database';
import { visibleRules } from '../../existing/visibleRules';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { toObjectiveStatus } from '../status/toObjectiveStatus';
import { visibleObjectives } from '../visibleObjectives';
import { OBJECTIVE_ORDERS } from './objectiveOrders';
import { readFacets } from './readFacets';
import { type Place, readListed } from './readListed';
import { rowService } from './rowService';
import { NO_CONFLICTS, visibleConflicts } from './visibleConflicts';
import { NO_REFUSALS, visibleRefusals } from './visibleRefusals';

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

  const [{ rows, stateCounts, sources, has }, facets] = await Promise.all([
    readListed({ ...options, states, place }),
    recentLists.facets({ scope }, () => readFacets({ client, scope })),
  ]);
  // hardly anybody has any of these
  const [conflicts, refusals, rules] = await Promise.all([
    has.conflicts
      ? visibleConflicts({ client, scope, visible, request })
      : NO_CONFLICTS,
    has.refusals ? visibleRefusals({ client, scope, request }) : NO_REFUSALS,
    has.rules ? visibleRules({ client, scope, request }) : {},
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

function placeOf(request: ListObjectivesRequest): Place {
  const { sort = 'worst', limit = DEFAULT_LIMIT, cursor } = request;
  return { list: sort, terms: OBJECTIVE_ORDERS[sort], cursor, limit };
}

function statesOf(request: ListObjectivesRequest): readonly SloState[] {
  const { state } = request;
  if (state === undefined) {
    return SLO_STATES;
  }
  return [...new Set(Array.isArray(state) ? state : [state])];
}
