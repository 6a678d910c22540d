import type {
  CostRangeRequest,
  EstimateRequest,
  ListCostServicesRequest,
  PreviewMappingRequest,
  SetBudgetRequest,
} from './requests';
import type {
  AnomalyPage,
  CostBudget,
  CostEstimate,
  CostExplanation,
  CostOverview,
  CostPage,
  CostServicePage,
  DataQuality,
  DeploymentCost,
  MappingPreview,
  ProvenPage,
  Restatement,
  Saving,
  SavingPage,
  ServiceCost,
  ServiceCostSummary,
  UnmappedCost,
} from './responses';

/** How a request is sent. @public */
export interface CostRequestOptions {
  /** Bearer token; backends need one, the front end's fetch API adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/** A page of a list. @public */
export interface PageRequest {
  limit?: number;
  cursor?: string;
}

/**
 * What the cost backend answers. `ref` is that of a service, or of a system,
 * domain or group, whose parts are then summed. Every method throws a
 * `ResponseError` when it refuses or fails.
 *
 * @public
 */
export interface CostApi {
  /** `GET /services/{kind}/{namespace}/{name}` */
  getServiceCost(
    ref: string,
    request: CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<ServiceCost>;
  /** `GET /services/{kind}/{namespace}/{name}/deployments`, largest first */
  listDeploymentCosts(
    ref: string,
    request: CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<CostPage<DeploymentCost>>;
  /** `GET /services/{kind}/{namespace}/{name}/explain?figure=` */
  explain(
    ref: string,
    request: CostRangeRequest & { figure: string },
    options?: CostRequestOptions,
  ): Promise<CostExplanation>;
  /** `GET /services`: the fleet */
  listServices(
    request: ListCostServicesRequest,
    options?: CostRequestOptions,
  ): Promise<CostServicePage>;
  /** `GET /overview` */
  getOverview(
    request: CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<CostOverview>;
  /** `GET /overview/explain?figure=` */
  explainOverview(
    request: CostRangeRequest & { figure: string },
    options?: CostRequestOptions,
  ): Promise<CostExplanation>;
  /** `GET /savings?entityRef=`, in order of application */
  listSavings(
    request: PageRequest & { entityRef?: string; currency?: string },
    options?: CostRequestOptions,
  ): Promise<SavingPage>;
  /** `POST /savings/{id}/applied`: a change was opened for it */
  markSavingApplied(id: string, options?: CostRequestOptions): Promise<Saving>;
  /** `GET /anomalies`, newest first */
  listAnomalies(
    request: PageRequest & CostRangeRequest & { entityRef?: string },
    options?: CostRequestOptions,
  ): Promise<AnomalyPage>;
  /** `GET /unmapped`, dearest first */
  listUnmapped(
    request: PageRequest & CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<ProvenPage<UnmappedCost>>;
  /** `POST /unmapped/preview` */
  previewMapping(
    request: PreviewMappingRequest & CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<MappingPreview>;
  /** `GET /quality` */
  getDataQuality(options?: CostRequestOptions): Promise<DataQuality>;
  /** `GET /restatements`, newest first */
  listRestatements(
    request: PageRequest & { metric?: CostRangeRequest['metric'] },
    options?: CostRequestOptions,
  ): Promise<ProvenPage<Restatement>>;
  /** `PUT /services/{kind}/{namespace}/{name}/budget` */
  setBudget(
    ref: string,
    request: SetBudgetRequest,
    options?: CostRequestOptions,
  ): Promise<CostBudget>;
  /** `DELETE /services/{kind}/{namespace}/{name}/budget` */
  removeBudget(ref: string, options?: CostRequestOptions): Promise<void>;
  /** `POST /estimate` */
  estimate(
    request: EstimateRequest,
    options?: CostRequestOptions,
  ): Promise<CostEstimate>;
  /** `GET /export?month=`: the split as FOCUS 1.3 CSV */
  exportSplit(
    request: { month: string },
    options?: CostRequestOptions,
  ): Promise<string>;
  /** `GET /summary` */
  getSummary(
    request: PageRequest & { since?: string },
    options?: CostRequestOptions,
  ): Promise<CostPage<ServiceCostSummary>>;
}
