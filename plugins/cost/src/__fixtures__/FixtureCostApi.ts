import type {
  CostAnomaly,
  CostApi,
  CostOverview,
  CostPage,
  CostRangeRequest,
  CostServiceRow,
  DataQuality,
  DeploymentCost,
  ListCostServicesRequest,
  PreviewMappingRequest,
  ProvenPage,
  Restatement,
  Saving,
  SavingPage,
  ServiceCost,
  SetBudgetRequest,
  UnmappedCost,
} from '@plimsoll/plugin-cost-common';
import { checkoutBudget, checkoutCost, checkoutProof } from './checkoutCost';
import { checkoutDays } from './checkoutDays';
import { checkoutDeployments } from './checkoutDeployments';
import { checkoutSavings } from './checkoutSavings';
import { explanation, overviewExplanation } from './explanation';
import { anomalies, fleetOverview, fleetRows } from './fleet';
import { dataQuality, restatements } from './quality';
import { unmappedCosts } from './unmapped';

/** What the fixture world knows; checkout of picture 07 unless told. */
export interface FixtureWorld {
  cost: ServiceCost;
  deployments: DeploymentCost[];
  savings: Saving[];
  rows: CostServiceRow[];
  overview: CostOverview;
  anomalies: CostAnomaly[];
  unmapped: UnmappedCost[];
  quality: DataQuality;
  restatements: Restatement[];
}

/** Answers like the backend would, for a fixed world. */
export class FixtureCostApi implements CostApi {
  readonly #world: FixtureWorld;

  constructor(world: Partial<FixtureWorld> = {}) {
    this.#world = {
      cost: checkoutCost(),
      deployments: checkoutDeployments,
      savings: checkoutSavings,
      rows: fleetRows,
      overview: fleetOverview,
      anomalies,
      unmapped: unmappedCosts,
      quality: dataQuality,
      restatements,
      ...world,
    };
  }

  async getServiceCost(_ref: string, request: CostRangeRequest) {
    const { cost } = this.#world;
    const { from, to, metric = 'effective' } = request;
    return {
      ...cost,
      days: from
        ? checkoutDays.filter(({ day }) => day >= from && (!to || day < to))
        : cost.days,
      proof: { ...cost.proof, metric },
    };
  }

  async listDeploymentCosts() {
    return pageOf(this.#world.deployments);
  }

  async explain(_ref: string, request: { figure: string }) {
    return { ...explanation, figure: request.figure };
  }

  async listServices(request: ListCostServicesRequest) {
    const { q = '', limit } = request;
    const rows = this.#world.rows.filter(({ title }) => title.includes(q));
    return {
      ...pageOf(rows, limit),
      visible: {
        total: rows
          .reduce((sum, { total }) => sum + Number(total), 0)
          .toFixed(2),
      },
      proof: checkoutProof,
    };
  }

  async getOverview() {
    return this.#world.overview;
  }

  async explainOverview(request: { figure: string }) {
    return { ...overviewExplanation, figure: request.figure };
  }

  async listSavings(request: { limit?: number }): Promise<SavingPage> {
    const { savings } = this.#world;
    return {
      ...provenPageOf(savings, request.limit),
      realisable: savings
        .filter(({ guard, applied }) => guard.state !== 'held-back' && !applied)
        .reduce((sum, { realisable }) => sum + Number(realisable), 0)
        .toFixed(2),
      foundAt: '2026-11-19T09:20:00.000Z',
      measured: true,
      currency: 'USD',
    };
  }

  async markSavingApplied(id: string) {
    const saving = this.#world.savings.find(one => one.id === id);
    if (!saving) {
      throw Object.assign(new Error(`There is no saving ${id}`), {
        name: 'NotFoundError',
      });
    }
    return {
      ...saving,
      applied: {
        at: '2026-11-19T09:23:24.000Z',
        promised: saving.realisable,
      },
    };
  }

  async listAnomalies() {
    return provenPageOf(this.#world.anomalies);
  }

  async listUnmapped(request: { limit?: number }) {
    return provenPageOf(this.#world.unmapped, request.limit);
  }

  async previewMapping(request: PreviewMappingRequest) {
    const { tag } = request.match;
    return {
      total: '41.20',
      days: 17,
      charges: 312,
      annotation: {
        key: 'plimsoll.dev/cost-tags',
        value: tag ? `${tag.key}=${tag.value}` : 'app=checkout',
      },
    };
  }

  async getDataQuality() {
    return this.#world.quality;
  }

  async listRestatements() {
    return provenPageOf(this.#world.restatements);
  }

  async setBudget(_ref: string, request: SetBudgetRequest) {
    return { ...checkoutBudget, ...request };
  }

  async removeBudget() {}

  async estimate() {
    return {
      monthly: '312.40',
      currency: 'USD',
      items: [],
      rateCard: { title: 'ShopKart' },
    };
  }

  async exportSplit() {
    return 'BilledCost\n';
  }

  async getSummary() {
    return pageOf([]);
  }
}

function pageOf<T>(items: T[], limit = items.length): CostPage<T> {
  return {
    items: items.slice(0, limit),
    totalItems: items.length,
    pageInfo: items.length > limit ? { nextCursor: String(limit) } : {},
  };
}

function provenPageOf<T>(items: T[], limit?: number): ProvenPage<T> {
  return { ...pageOf(items, limit), proof: checkoutProof };
}
