import {
  type ListObjectivesRequest,
  type ObjectiveSort,
  SLO_STATES,
  type SloState,
  type SourceStatus,
} from '@plimsoll/plugin-slo-common';
import {
  applyCursor,
  applyOrder,
  checkLimit,
  type OrderTerm,
  repeatOrder,
} from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { selectStatus, type StatusRow } from '../status/StatusRow';
import { visibleObjectives } from '../visibleObjectives';
import { applyObjectiveFilter } from './ObjectiveFilter';
import { type RowServiceColumns, selectRowService } from './rowService';
import { readStateCounts, selectStateCounts } from './stateCounts';
import { readVisibleSources, selectVisibleSources } from './visibleSources';

/** Where a page begins and ends. */
export interface Place {
  /** Names the order in cursors. */
  list: ObjectiveSort;
  terms: OrderTerm[];
  /** Of the page before; undefined on the first page. */
  cursor: string | undefined;
  limit: number;
}

/** What stands beside the page, the same in each row. */
interface Head {
  state_counts: string | null;
  source_states: string | null;
  has_conflicts: boolean | number;
  has_refusals: boolean | number;
  has_rules: boolean | number;
}

type PageRow = StatusRow & RowServiceColumns;

/** @see readListed */
export interface Listed {
  /** Of the page, and one more where there is another page. */
  rows: PageRow[];
  stateCounts: Record<SloState, number>;
  sources: SourceStatus[];
  /** Whether there are any at all, whoever may see them. Nearly nobody has. */
  has: Record<'conflicts' | 'refusals' | 'rules', boolean>;
}

/**
 * What every list needs, in one statement: each one waits for a connection
 * while evaluations hold them. It is as of one moment, too.
 *
 * @throws InputError when the cursor belongs to another order, or the limit is
 * no whole number
 */
export async function readListed(options: {
  context: Pick<SloContext, 'client' | 'sources'>;
  scope: ObjectiveScope;
  request: ListObjectivesRequest;
  states: readonly SloState[];
  place: Place;
}): Promise<Listed> {
  const { context, scope, request: filter, place } = options;
  const { client } = context;
  checkLimit(place.limit);
  const visible = visibleObjectives({ client, scope });
  const isAny = (table: string) =>
    client.raw('exists (select 1 from ??)', [table]);
  const head = client.select({
    state_counts: selectStateCounts({ client, visible, filter }),
    source_states: selectVisibleSources({ context, scope }),
    has_conflicts: isAny('slo_conflict'),
    has_refusals: isAny('slo_refusal'),
    has_rules: isAny('slo_rule_scan'),
  });
  // The head is there where the page has no row. Only ids are sorted: the long
  // texts of all rows would be carried through the sorting.
  const query = client
    .from(head.as('head'))
    .leftJoin(pageIds({ ...options, client }).as('page'), client.raw('1 = 1'))
    .leftJoin('slo_objective as o', 'o.id', 'page.id')
    .leftJoin('slo_status as s', 's.objective_id', 'page.id')
    .select('head.*');
  repeatOrder(query, { terms: place.terms, table: 'page' });
  const rows: Array<Head & (PageRow | { id: null })> = await selectRowService(
    selectStatus(query),
  );
  const [first] = rows;
  return {
    rows: rows.filter((row): row is Head & PageRow => row.id !== null),
    stateCounts: readStateCounts(first.state_counts),
    sources: readVisibleSources({
      context,
      scope,
      states: first.source_states,
    }),
    has: {
      conflicts: Boolean(first.has_conflicts),
      refusals: Boolean(first.has_refusals),
      rules: Boolean(first.has_rules),
    },
  };
}

function pageIds(options: {
  client: Knex;
  scope: ObjectiveScope;
  request: ListObjectivesRequest;
  states: readonly SloState[];
  place: Place;
}): Knex.QueryBuilder {
  const { client, scope, request, states, place } = options;
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
  return ids.select('o.id').limit(limit + 1);
}
