import {
  OBJECTIVE_SORTS,
  SLO_STATES,
  type ListObjectivesRequest,
  type ObjectiveSort,
  type SloState,
} from '@plimsoll/plugin-slo-common';

/** Kinds of objective that the list can be filtered by. */
export const OBJECTIVE_KINDS = ['ratio', 'threshold', 'raw'] as const;

export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/** What the list shows, as the address of the page says it. */
export interface ListQuery {
  q: string;
  states: SloState[];
  owner?: string;
  system?: string;
  /** Ref of a System, Domain or Group whose roll-up led here. */
  within?: string;
  kind?: ObjectiveKind;
  sort: ObjectiveSort;
}

/** Objectives on one page of the list. */
export const PAGE_SIZE = 25;

/** Reads an address; what it does not understand it leaves out. */
export function readListQuery(parameters: URLSearchParams): ListQuery {
  const isState = (value: string): value is SloState =>
    SLO_STATES.some(state => state === value);
  return {
    q: parameters.get('q') ?? '',
    states: parameters.getAll('state').filter(isState),
    owner: parameters.get('owner') ?? undefined,
    system: parameters.get('system') ?? undefined,
    within: parameters.get('within') ?? undefined,
    kind: OBJECTIVE_KINDS.find(kind => kind === parameters.get('kind')),
    sort:
      OBJECTIVE_SORTS.find(sort => sort === parameters.get('sort')) ?? 'worst',
  };
}

/** The address of a query; what is as usual is left out. */
export function writeListQuery(query: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  const { q, states, owner, system, within, kind, sort } = query;
  if (q) {
    parameters.set('q', q);
  }
  states.forEach(state => parameters.append('state', state));
  for (const [name, value] of Object.entries({
    owner,
    system,
    within,
    kind,
  })) {
    if (value) {
      parameters.set(name, value);
    }
  }
  if (sort !== 'worst') {
    parameters.set('sort', sort);
  }
  return parameters;
}

/** Whether anything is filtered out. */
export function isFiltered(query: ListQuery): boolean {
  const { q, states, owner, system, within, kind } = query;
  return Boolean(q || states.length > 0 || owner || system || within || kind);
}

/** What the API is asked. */
export function listRequest(
  query: ListQuery,
  cursor?: string,
): ListObjectivesRequest {
  const { q, states, ...rest } = query;
  return {
    ...rest,
    q: q || undefined,
    state: states.length > 0 ? states : undefined,
    limit: PAGE_SIZE,
    cursor,
  };
}
