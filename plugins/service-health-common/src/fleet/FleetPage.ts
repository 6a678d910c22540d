import type { SloState } from '@plimsoll/plugin-slo-common';
import type { LensFreshnesses } from '../lenses/LensFreshness';
import type { FleetService } from './FleetService';

/** @public */
export const FLEET_SORTS = [
  /** Open incidents, then the state of the worst objective, then its budget. */
  'worst',
  'name',
  'owner',
  /** Remaining budget of the worst objective. */
  'budget',
  'change-failure-rate',
  /** When the last deployment went live. */
  'deployed',
  /** Since when an incident is open. */
  'incident',
  /** Month to date. */
  'cost',
  /** Change of the cost. */
  'trend',
  'unit-cost',
] as const;

/** @public */
export type FleetSort = (typeof FLEET_SORTS)[number];

/** What a filter by state takes. @public */
export type FleetState = SloState | 'no-objective';

/** Query of `GET /services`. @public */
export interface ListFleetRequest {
  /** `worst` by default. */
  sort?: FleetSort;
  /**
   * By default what a reader wants first: the worst, least budget, most
   * failures, newest deployment, longest incident, dearest; names from a on.
   * What is not known comes last in either.
   */
  order?: 'asc' | 'desc';
  /** Full refs. */
  owner?: string;
  system?: string;
  lifecycle?: string;
  tier?: string;
  state?: FleetState | FleetState[];
  /** Words, all of which are in the ref or the title. */
  q?: string;
  /** 1..100, 25 by default. */
  limit?: number;
  cursor?: string;
}

/** Query of `GET /services.csv`: all pages at once. @public */
export type ExportFleetRequest = Omit<ListFleetRequest, 'limit' | 'cursor'>;

/** `GET /services`. Counts see what the caller may see. @public */
export interface FleetPage {
  items: FleetService[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
  lenses: LensFreshnesses;
}
