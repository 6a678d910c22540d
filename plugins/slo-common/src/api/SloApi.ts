import type { ObjectiveKey } from '../objective/ObjectiveKey';
import type {
  Explanation,
  HistoryRequest,
  ListObjectivesRequest,
  ObjectiveDetail,
  ObjectiveHistory,
  ObjectivePage,
  Page,
  ServiceSloSummary,
  VolumeResponse,
} from './responses';

/** How a request is sent. @public */
export interface SloRequestOptions {
  /** Bearer token; backends need one, the front end's fetch API adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/** Query of `GET /api/slo/volume`. Instants are ISO, `to` is exclusive. @public */
export interface VolumeRequest {
  entityRef: string;
  from: string;
  to: string;
  /** IANA zone that the days are cut in; `slo.timeZone` by default. */
  timeZone?: string;
}

/** Query of `GET /api/slo/summary`. @public */
export interface SummaryRequest {
  /** ISO instant: only services whose row changed since. */
  since?: string;
  /** 1..100. */
  limit?: number;
  cursor?: string;
}

/**
 * What the SLO backend answers. Every method throws a `ResponseError` when it
 * refuses or fails.
 *
 * @public
 */
export interface SloApi {
  /** A page of objectives with their status, counted by state. */
  listObjectives(
    request: ListObjectivesRequest,
    options?: SloRequestOptions,
  ): Promise<ObjectivePage>;

  /** One objective with its document and its calendar months. */
  getObjective(
    key: ObjectiveKey,
    options?: SloRequestOptions,
  ): Promise<ObjectiveDetail>;

  /** Its budget, indicator and burn rate over time. */
  getHistory(
    key: ObjectiveKey,
    request: HistoryRequest,
    options?: SloRequestOptions,
  ): Promise<ObjectiveHistory>;

  /** Its numbers, each with formula, inputs and query. */
  explainObjective(
    key: ObjectiveKey,
    options?: SloRequestOptions,
  ): Promise<Explanation>;

  /** Units per day of a service, for unit cost. */
  getVolume(
    request: VolumeRequest,
    options?: SloRequestOptions,
  ): Promise<VolumeResponse>;

  /** One row per service. */
  getSummary(
    request: SummaryRequest,
    options?: SloRequestOptions,
  ): Promise<Page<ServiceSloSummary>>;
}
