import type {
  CorrectionPage,
  CreateCorrectionRequest,
  ListCorrectionsRequest,
  SloCorrection,
} from '../corrections/SloCorrection';
import type { CheckReport } from '../doctor/CheckReport';
import type { GateAnswer, GateDecision } from '../gate/GateDecision';
import type { LoadedRules } from '../loadedRules/LoadedRules';
import type { ObjectiveKey } from '../objective/ObjectiveKey';
import type {
  MyRollupRequest,
  ObjectiveRollup,
  RollupRequest,
  SloRollup,
} from '../rollup/SloRollup';
import type { RulePart } from '../rules/generateRules';
import type { RuleFormat } from '../rules/render/renderRules';
import type {
  DocumentSimulationRequest,
  SimulationAnswer,
  SimulationRequest,
} from '../simulate/TargetSimulation';
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

/** Query of `GET /api/slo/gate/decisions`. @public */
export interface GateDecisionsRequest {
  entityRef?: string;
  /** 1..100, 25 by default. */
  limit?: number;
  cursor?: string;
}

/** Query of `POST /api/slo/rules`. @public */
export interface RulesRequest {
  /** `all` by default. */
  part?: RulePart;
  /** `prometheus`, a rule file, by default. */
  format?: RuleFormat;
  /** Only what this Prometheus of `slo.sources` evaluates. */
  source?: string;
}

/** Query of `GET /api/slo/rules`. @public */
export interface CatalogRulesRequest extends RulesRequest {
  /** Only of this service, or of this SLO. */
  entityRef?: string;
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

  /**
   * What is wrong with OpenSLO documents, and how to mend it.
   *
   * @param text - YAML or JSON
   */
  checkDocuments(
    text: string,
    options?: SloRequestOptions,
  ): Promise<CheckReport>;

  /**
   * The same of documents that are in the catalog.
   *
   * @param entityRef - of a service or of an SLO
   */
  checkEntity(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<CheckReport>;

  /**
   * What other targets of an objective would have meant, from what was
   * measured. Its own target is among the answers.
   */
  simulateObjective(
    key: ObjectiveKey,
    request: SimulationRequest,
    options?: SloRequestOptions,
  ): Promise<SimulationAnswer>;

  /** The same for a document that is not measured yet, asked of its source. */
  simulateDocument(
    request: DocumentSimulationRequest,
    options?: SloRequestOptions,
  ): Promise<SimulationAnswer>;

  /**
   * Prometheus rules of the catalog's objectives, as YAML. Comments at the top
   * tell what became no rule.
   */
  getRules(
    request: CatalogRulesRequest,
    options?: SloRequestOptions,
  ): Promise<string>;

  /**
   * The same of documents.
   *
   * @param text - YAML or JSON
   */
  generateRules(
    text: string,
    request: RulesRequest,
    options?: SloRequestOptions,
  ): Promise<string>;

  /**
   * Whether the rules that a service needs are loaded where they are evaluated,
   * and how their last evaluation went.
   */
  getLoadedRules(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<LoadedRules>;

  /** Whether a service may be released now; the decision is kept. */
  askGate(entityRef: string, options?: SloRequestOptions): Promise<GateAnswer>;

  /** Decisions that were kept, newest first. */
  listGateDecisions(
    request: GateDecisionsRequest,
    options?: SloRequestOptions,
  ): Promise<Page<GateDecision>>;

  /** Corrections of budgets, newest first, those that were undone too. */
  listCorrections(
    request: ListCorrectionsRequest,
    options?: SloRequestOptions,
  ): Promise<CorrectionPage>;

  /** Excludes a stretch of time from the budgets of a service. */
  createCorrection(
    request: CreateCorrectionRequest,
    options?: SloRequestOptions,
  ): Promise<SloCorrection>;

  /** Takes a correction back; what was measured then counts again. */
  undoCorrection(
    id: string,
    request: { reason: string },
    options?: SloRequestOptions,
  ): Promise<SloCorrection>;

  /** All objectives of a System, Domain or Group in one answer. */
  getRollup(
    request: RollupRequest,
    options?: SloRequestOptions,
  ): Promise<SloRollup>;

  /** All objectives of the services that the caller's groups own. */
  getMyRollup(
    request: MyRollupRequest,
    options?: SloRequestOptions,
  ): Promise<ObjectiveRollup>;
}
