import {
  COST_METRICS,
  type CostGrouping,
  type CostMetric,
  type CostServiceSort,
  type ListCostServicesRequest,
} from '@plimsoll/plugin-cost-common';

/** Orders that the page offers by name. */
export const FLEET_SORTS = [
  '-cost',
  '-change',
  '-budgetUsed',
  '-unitCost',
  '-saving',
  'name',
] as const satisfies readonly CostServiceSort[];

/** All orders, as heads of columns reach them. */
const SORTS: readonly CostServiceSort[] = [
  ...FLEET_SORTS,
  'cost',
  'change',
  'budgetUsed',
  'unitCost',
  'saving',
  '-name',
];

export const GROUPINGS = [
  'service',
  'system',
  'domain',
  'owner',
] as const satisfies readonly CostGrouping[];

/** What the page shows, as its address says it. */
export interface FleetQuery {
  q: string;
  groupBy: CostGrouping;
  sort: CostServiceSort;
  metric: CostMetric;
  /** Total whose explanation is open. */
  explain?: string;
}

const USUAL: FleetQuery = {
  q: '',
  groupBy: 'service',
  sort: '-cost',
  metric: 'effective',
};

const NAMES = ['q', 'groupBy', 'sort', 'metric', 'explain'] as const;

/** Rows on one page. */
export const PAGE_SIZE = 25;

/** Reads an address; what it does not understand is as usual. */
export function readFleetQuery(parameters: URLSearchParams): FleetQuery {
  const read = <T extends string>(
    name: keyof FleetQuery,
    values: readonly T[],
    usual: T,
  ) => values.find(value => value === parameters.get(name)) ?? usual;
  return {
    q: parameters.get('q') ?? USUAL.q,
    groupBy: read('groupBy', GROUPINGS, USUAL.groupBy),
    sort: read('sort', SORTS, USUAL.sort),
    metric: read('metric', COST_METRICS, USUAL.metric),
    explain: parameters.get('explain') ?? undefined,
  };
}

/** The address of a query; what is as usual is left out. */
export function writeFleetQuery(query: FleetQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of NAMES) {
    const value = query[name];
    if (value !== undefined && value !== USUAL[name]) {
      parameters.set(name, value);
    }
  }
  return parameters;
}

/** What the API is asked. */
export function fleetRequest(
  query: FleetQuery,
  cursor?: string,
): ListCostServicesRequest {
  const { q, groupBy, sort, metric } = query;
  return {
    groupBy,
    sort,
    metric,
    q: q || undefined,
    limit: PAGE_SIZE,
    cursor,
  };
}

/** Whether both list the same: an explanation beside the list changes nothing. */
export function isSameList(before: FleetQuery, after: FleetQuery): boolean {
  return NAMES.every(
    name => name === 'explain' || before[name] === after[name],
  );
}

/** The order of a column's head: which column, which way. */
export function sortOf(sort: CostServiceSort): {
  column: string;
  direction: 'ascending' | 'descending';
} {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}

/**
 * The order after a column's head was pressed. Another column begins with what
 * is most, names with A.
 */
export function nextSort(
  column: string,
  sort: CostServiceSort,
): CostServiceSort | undefined {
  const now = sortOf(sort);
  const first = column === 'name' ? column : `-${column}`;
  const other = column === 'name' ? `-${column}` : column;
  const wanted = now.column === column && sort === first ? other : first;
  return SORTS.find(one => one === wanted);
}
