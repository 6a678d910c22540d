import type {
  Deployment,
  Incident,
  InboxItem,
  InboxPage,
  ListDeploymentsRequest,
  ListIncidentsRequest,
  ListServicesRequest,
  MappingRule,
  MappingRulePreview,
  MetricExplanation,
  MetricName,
  ServiceStability,
  ServiceStabilityPage,
  StabilityApi,
  StabilityMetrics,
  StabilityPage,
} from '@plimsoll/plugin-stability-common';
import { checkoutDeployments } from './checkoutDeployments';
import { checkoutIncidents } from './checkoutIncidents';
import { checkoutMetrics } from './checkoutMetrics';
import { explanation } from './explanation';
import { fleetServices } from './fleetServices';
import { deadItem, inboxItem, inboxPage, unmatchedItem } from './inboxItems';

/** What the fixture world knows; checkout of picture 05 unless told. */
export interface FixtureWorld {
  metrics: StabilityMetrics;
  deployments: Deployment[];
  incidents: Incident[];
  services: ServiceStability[];
  inbox: InboxPage;
  rules: MappingRule[];
  preview: MappingRulePreview;
}

/** Answers like the backend would, for a fixed world. */
export class FixtureStabilityApi implements StabilityApi {
  readonly #world: FixtureWorld;

  constructor(world: Partial<FixtureWorld> = {}) {
    this.#world = {
      metrics: checkoutMetrics(),
      deployments: checkoutDeployments,
      incidents: checkoutIncidents,
      services: fleetServices,
      inbox: inboxPage([inboxItem(), unmatchedItem, deadItem]),
      rules: [],
      preview: { matches: 41, examples: [unmatchedItem] },
      ...world,
    };
  }

  async getMetrics(): Promise<StabilityMetrics> {
    const { metrics, deployments, incidents } = this.#world;
    const open = incidents.filter(({ state }) => state !== 'resolved');
    return {
      lastDeployment: deployments[0],
      lastIncident: incidents[0],
      openIncident: open[0],
      ...metrics,
      counts: { ...metrics.counts, openIncidents: open.length },
    };
  }

  async explainMetric({
    metric,
  }: {
    metric: MetricName;
  }): Promise<MetricExplanation> {
    return explanation(metric);
  }

  async listDeployments(request: ListDeploymentsRequest) {
    const { verdict, to } = request;
    const wanted = verdict === undefined ? undefined : [verdict].flat();
    const matching = this.#world.deployments.filter(
      deployment =>
        (!wanted || wanted.includes(deployment.verdict.name)) &&
        (!to || deployment.startedAt < to),
    );
    return pageOf(matching, request.limit);
  }

  async getDeployment(id: string) {
    return found(this.#world.deployments, id);
  }

  async correctVerdict(id: string) {
    return found(this.#world.deployments, id);
  }

  async undoVerdict(id: string) {
    return found(this.#world.deployments, id);
  }

  async listIncidents(request: ListIncidentsRequest) {
    const { open, limit } = request;
    return pageOf(
      this.#world.incidents.filter(
        ({ state }) => open === undefined || (state !== 'resolved') === open,
      ),
      limit,
    );
  }

  async getIncident(id: string) {
    return found(this.#world.incidents, id);
  }

  async correctCause(id: string) {
    return found(this.#world.incidents, id);
  }

  async listEnvironments() {
    return pageOf([
      { name: 'production', production: true, known: true, deployments: 42 },
    ]);
  }

  async undoCause(id: string) {
    return found(this.#world.incidents, id);
  }

  async getReview(id: string) {
    return `# ${found(this.#world.incidents, id).title}\n`;
  }

  async listServices(
    request: ListServicesRequest,
  ): Promise<ServiceStabilityPage> {
    const { q = '', limit } = request;
    return pageOf(
      this.#world.services.filter(({ entityRef }) => entityRef.includes(q)),
      limit,
    );
  }

  async getSummary() {
    return pageOf(
      this.#world.services.map(service => ({
        ...service,
        changedAt: this.#world.metrics.computedAt,
      })),
      undefined,
    );
  }

  async listInbox(request: { state?: string; source?: string }) {
    const { state, source } = request;
    const items = this.#world.inbox.items.filter(
      item =>
        (!state || item.state === state) && (!source || item.source === source),
    );
    return { ...this.#world.inbox, items, totalItems: items.length };
  }

  async getInboxItem(id: string): Promise<InboxItem> {
    return found(this.#world.inbox.items, id);
  }

  async replay(id: string): Promise<InboxItem> {
    return { ...found(this.#world.inbox.items, id), state: 'waiting' };
  }

  async listRules() {
    return pageOf(this.#world.rules, undefined);
  }

  async previewRule() {
    return this.#world.preview;
  }

  async addRule(rule: Pick<MappingRule, 'source' | 'when' | 'entityRef'>) {
    return {
      ...rule,
      id: 'r-1',
      createdBy: 'user:default/maja-wrona',
      createdAt: this.#world.metrics.computedAt,
    };
  }

  async removeRule() {}
}

function pageOf<T>(items: T[], limit = items.length): StabilityPage<T> {
  return {
    items: items.slice(0, limit),
    totalItems: items.length,
    pageInfo: items.length > limit ? { nextCursor: String(limit) } : {},
  };
}

function found<T extends { id: string }>(items: readonly T[], id: string): T {
  const item = items.find(one => one.id === id);
  if (!item) {
    throw Object.assign(new Error(`There is no ${id}`), {
      name: 'NotFoundError',
    });
  }
  return item;
}
