import type { ListServicesRequest } from '@plimsoll/plugin-stability-common';
import { RANGE_DAYS, RANGES, type Range } from '../queries/ranges';

/** Orders of the fleet table. */
export const FLEET_SORTS = [
  'change-failure-rate',
  'recovery',
  'frequency',
  'name',
] as const;

export type FleetSort = (typeof FLEET_SORTS)[number];

/** What the table shows, as the address of the page says it. */
export interface FleetQuery {
  q: string;
  range: Range;
  sort: FleetSort;
}

const USUAL: FleetQuery = { q: '', range: '90d', sort: 'change-failure-rate' };

/** Services on one page. */
export const PAGE_SIZE = 25;

/** Reads an address; what it does not understand is as usual. */
export function readFleetQuery(parameters: URLSearchParams): FleetQuery {
  return {
    q: parameters.get('q') ?? USUAL.q,
    range:
      RANGES.find(range => range === parameters.get('range')) ?? USUAL.range,
    sort:
      FLEET_SORTS.find(sort => sort === parameters.get('sort')) ?? USUAL.sort,
  };
}

/** The address of a query; what is as usual is left out. */
export function writeFleetQuery(query: FleetQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of ['q', 'range', 'sort'] as const) {
    if (query[name] !== USUAL[name]) {
      parameters.set(name, query[name]);
    }
  }
  return parameters;
}

/** What the API is asked. */
export function fleetRequest(
  query: FleetQuery,
  cursor?: string,
): ListServicesRequest {
  const { q, range, sort } = query;
  return {
    sort,
    q: q || undefined,
    window: RANGE_DAYS[range],
    limit: PAGE_SIZE,
    cursor,
  };
}
