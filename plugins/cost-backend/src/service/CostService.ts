import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  AnomalyPage,
  CostBudget,
  CostEstimate,
  CostExplanation,
  CostOverview,
  CostPage,
  CostRangeRequest,
  CostServicePage,
  DataQuality,
  DeploymentCost,
  EstimateRequest,
  ListCostServicesRequest,
  MappingPreview,
  PageRequest,
  PreviewMappingRequest,
  ProvenPage,
  Restatement,
  Saving,
  SavingPage,
  ServiceCost,
  ServiceCostSummary,
  SetBudgetRequest,
  UnmappedCost,
} from '@plimsoll/plugin-cost-common';
import type { Request } from 'express';
import { removeBudget, setBudget } from '../budgets/setBudget';
import { CostAccess } from '../permissions/CostAccess';
import { listAnomalies } from './anomalies/listAnomalies';
import { authorName } from './authorName';
import type { CostContext } from './CostContext';
import { getServiceCost } from './cost/getServiceCost';
import { listDeploymentCosts } from './cost/listDeploymentCosts';
import { estimateService } from './estimate/estimateService';
import { explainFigure } from './explain/explainFigure';
import { explainOverview } from './explain/explainOverview';
import { exportSplit } from './export/exportSplit';
import { listServices } from './fleet/listServices';
import { getOverview } from './overview/getOverview';
import { readOpenSavings } from './overview/readOpenSavings';
import { getDataQuality } from './quality/getDataQuality';
import { listRestatements } from './restatements/listRestatements';
import { listSavings } from './savings/listSavings';
import { markSavingApplied } from './savings/markSavingApplied';
import { getSummary } from './summary/getSummary';
import { listUnmapped } from './unmapped/listUnmapped';
import { previewMapping } from './unmapped/previewMapping';

/** On whose behalf something is asked. */
export interface CallerOptions {
  credentials: BackstageCredentials;
  /** For the audit log, where there is one. */
  request?: Request<unknown, unknown, unknown, unknown>;
}

/** @see CostService */
export interface CostServiceOptions {
  context: CostContext;
  auth: AuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  /** Told when what lists show of services has to be worked out anew. */
  onBudget?(): Promise<void>;
}

/**
 * What the API, the actions and other doors ask. The only place where it is
 * decided who may see and change what; see {@link CostAccess} for how. Nothing
 * here speaks to another system.
 */
export class CostService {
  readonly #options: CostServiceOptions;
  readonly #access: CostAccess;

  static create(options: CostServiceOptions): CostService {
    return new CostService(options);
  }

  private constructor(options: CostServiceOptions) {
    this.#options = options;
    this.#access = CostAccess.create(options);
  }

  async getServiceCost(
    ref: string,
    request: CostRangeRequest,
    caller: CallerOptions,
  ): Promise<ServiceCost> {
    return getServiceCost({ ...(await this.#reading(caller)), ref, request });
  }

  async listDeploymentCosts(
    ref: string,
    request: CostRangeRequest & PageRequest,
    caller: CallerOptions,
  ): Promise<CostPage<DeploymentCost>> {
    const reading = await this.#reading(caller);
    return listDeploymentCosts({ ...reading, ref, request });
  }

  async explain(
    ref: string,
    request: CostRangeRequest & { figure: string },
    caller: CallerOptions,
  ): Promise<CostExplanation> {
    const { figure, ...range } = request;
    const cost = await this.getServiceCost(ref, range, caller);
    return explainFigure({ cost, figure });
  }

  async listServices(
    request: ListCostServicesRequest,
    caller: CallerOptions,
  ): Promise<CostServicePage> {
    return listServices({ ...(await this.#reading(caller)), request });
  }

  async getOverview(
    request: CostRangeRequest,
    caller: CallerOptions,
  ): Promise<CostOverview> {
    return getOverview({ ...(await this.#totals(caller)), request });
  }

  async explainOverview(
    request: CostRangeRequest & { figure: string },
    caller: CallerOptions,
  ): Promise<CostExplanation> {
    const { figure, ...range } = request;
    const totals = await this.#totals(caller);
    const overview = await getOverview({ ...totals, request: range });
    const savings = await readOpenSavings({
      client: totals.context.client,
      currency: overview.proof.currency,
    });
    return explainOverview({ overview, savings, figure });
  }

  async listSavings(
    request: PageRequest & { entityRef?: string; currency?: string },
    caller: CallerOptions,
  ): Promise<SavingPage> {
    return listSavings({ ...(await this.#reading(caller)), request });
  }

  async listAnomalies(
    request: PageRequest & CostRangeRequest & { entityRef?: string },
    caller: CallerOptions,
  ): Promise<AnomalyPage> {
    return listAnomalies({ ...(await this.#reading(caller)), request });
  }

  async listUnmapped(
    request: PageRequest & CostRangeRequest,
    caller: CallerOptions,
  ): Promise<ProvenPage<UnmappedCost>> {
    return listUnmapped({ ...(await this.#totals(caller)), request });
  }

  async previewMapping(
    request: PreviewMappingRequest & CostRangeRequest,
    caller: CallerOptions,
  ): Promise<MappingPreview> {
    return previewMapping({ ...(await this.#totals(caller)), request });
  }

  async getDataQuality(caller: CallerOptions): Promise<DataQuality> {
    return getDataQuality(await this.#totals(caller));
  }

  async listRestatements(
    request: PageRequest & Pick<CostRangeRequest, 'metric'>,
    caller: CallerOptions,
  ): Promise<ProvenPage<Restatement>> {
    return listRestatements({ ...(await this.#totals(caller)), request });
  }

  async getSummary(
    request: PageRequest & { since?: string },
    caller: CallerOptions,
  ): Promise<CostPage<ServiceCostSummary>> {
    return getSummary({ ...(await this.#reading(caller)), request });
  }

  /** Prices of a rate card are no secret: whoever is known may ask. */
  async estimate(request: EstimateRequest): Promise<CostEstimate> {
    return estimateService({ ...this.#options, request });
  }

  async setBudget(
    ref: string,
    request: SetBudgetRequest,
    caller: CallerOptions,
  ): Promise<CostBudget> {
    const { amount, currency } = request;
    return this.#audited(
      caller,
      { id: 'budget-write', meta: { queryType: 'set', ref, amount, currency } },
      async () => {
        const writing = await this.#writing(caller);
        const budget = await setBudget({ ...writing, ref, request });
        await this.#options.onBudget?.();
        return budget;
      },
    );
  }

  async removeBudget(ref: string, caller: CallerOptions): Promise<void> {
    await this.#audited(
      caller,
      { id: 'budget-write', meta: { queryType: 'remove', ref } },
      async () => {
        await removeBudget({ ...(await this.#writing(caller)), ref });
        await this.#options.onBudget?.();
      },
    );
  }

  async markSavingApplied(id: string, caller: CallerOptions): Promise<Saving> {
    return this.#audited(
      caller,
      { id: 'saving-apply', meta: { savingId: id } },
      async () => markSavingApplied({ ...(await this.#writing(caller)), id }),
    );
  }

  async exportSplit(
    request: { month: string },
    caller: CallerOptions,
  ): Promise<Iterable<string>> {
    return this.#audited(
      caller,
      { id: 'cost-export', meta: request },
      async () => exportSplit({ ...(await this.#totals(caller)), ...request }),
    );
  }

  async #reading({ credentials }: CallerOptions) {
    const { context } = this.#options;
    return { context, view: await this.#access.view(credentials) };
  }

  async #totals({ credentials }: CallerOptions) {
    const { context } = this.#options;
    return { context, view: await this.#access.totalView(credentials) };
  }

  async #writing(caller: CallerOptions) {
    const { auth } = this.#options;
    const { credentials } = caller;
    return {
      ...(await this.#reading(caller)),
      budgetable: await this.#access.budgetable(credentials),
      by: authorName({ auth, credentials }),
    };
  }

  /** Writes and exports are audited, refused and failed ones too. */
  async #audited<T>(
    caller: CallerOptions,
    event: { id: string; meta: Record<string, string> },
    work: () => Promise<T>,
  ): Promise<T> {
    const severityLevel: AuditorServiceEventSeverityLevel = 'medium';
    const entry = await this.#options.auditor.createEvent({
      eventId: event.id,
      severityLevel,
      request: caller.request,
      meta: event.meta,
    });
    try {
      const result = await work();
      await entry.success();
      return result;
    } catch (error) {
      await entry.fail({ error: toError(error) });
      throw error;
    }
  }
}
