import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { CostApi, CostRequestOptions, PageRequest } from './CostApi';
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

/** Where the backend is; the discovery API of either side of Backstage fits. */
interface Discovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends requests; the fetch API of the front end fits, and so does `{ fetch }`. */
interface Fetcher {
  fetch: typeof fetch;
}

interface Sent {
  method?: 'POST' | 'PUT' | 'DELETE';
  query?: object;
  body?: unknown;
  options?: CostRequestOptions;
}

/**
 * Talks to the cost backend, in a browser and in Node.
 *
 * In the front end `fetchApi` signs the requests; a backend passes a service
 * token with each call.
 *
 * @public
 */
export class CostClient implements CostApi {
  readonly #discoveryApi: Discovery;
  readonly #fetchApi: Fetcher;

  constructor(options: { discoveryApi: Discovery; fetchApi: Fetcher }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getServiceCost(
    ref: string,
    request: CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<ServiceCost> {
    return this.#read(servicePath(ref), { query: request, options });
  }

  async listDeploymentCosts(
    ref: string,
    request: CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<CostPage<DeploymentCost>> {
    const path = `${servicePath(ref)}/deployments`;
    return this.#read(path, { query: request, options });
  }

  async explain(
    ref: string,
    request: CostRangeRequest & { figure: string },
    options?: CostRequestOptions,
  ): Promise<CostExplanation> {
    const path = `${servicePath(ref)}/explain`;
    return this.#read(path, { query: request, options });
  }

  async listServices(
    request: ListCostServicesRequest,
    options?: CostRequestOptions,
  ): Promise<CostServicePage> {
    return this.#read('/services', { query: request, options });
  }

  async getOverview(
    request: CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<CostOverview> {
    return this.#read('/overview', { query: request, options });
  }

  async explainOverview(
    request: CostRangeRequest & { figure: string },
    options?: CostRequestOptions,
  ): Promise<CostExplanation> {
    return this.#read('/overview/explain', { query: request, options });
  }

  async listSavings(
    request: PageRequest & { entityRef?: string; currency?: string },
    options?: CostRequestOptions,
  ): Promise<SavingPage> {
    return this.#read('/savings', { query: request, options });
  }

  async markSavingApplied(
    id: string,
    options?: CostRequestOptions,
  ): Promise<Saving> {
    const path = `${pathOf('savings', id)}/applied`;
    return this.#read(path, { method: 'POST', options });
  }

  async listAnomalies(
    request: PageRequest & CostRangeRequest & { entityRef?: string },
    options?: CostRequestOptions,
  ): Promise<AnomalyPage> {
    return this.#read('/anomalies', { query: request, options });
  }

  async listUnmapped(
    request: PageRequest & CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<ProvenPage<UnmappedCost>> {
    return this.#read('/unmapped', { query: request, options });
  }

  async previewMapping(
    request: PreviewMappingRequest & CostRangeRequest,
    options?: CostRequestOptions,
  ): Promise<MappingPreview> {
    return this.#read('/unmapped/preview', {
      method: 'POST',
      body: request,
      options,
    });
  }

  async getDataQuality(options?: CostRequestOptions): Promise<DataQuality> {
    return this.#read('/quality', { options });
  }

  async listRestatements(
    request: PageRequest & { metric?: CostRangeRequest['metric'] },
    options?: CostRequestOptions,
  ): Promise<ProvenPage<Restatement>> {
    return this.#read('/restatements', { query: request, options });
  }

  async setBudget(
    ref: string,
    request: SetBudgetRequest,
    options?: CostRequestOptions,
  ): Promise<CostBudget> {
    const path = `${servicePath(ref)}/budget`;
    return this.#read(path, { method: 'PUT', body: request, options });
  }

  async removeBudget(ref: string, options?: CostRequestOptions): Promise<void> {
    await this.#send(`${servicePath(ref)}/budget`, {
      method: 'DELETE',
      options,
    });
  }

  async estimate(
    request: EstimateRequest,
    options?: CostRequestOptions,
  ): Promise<CostEstimate> {
    return this.#read('/estimate', { method: 'POST', body: request, options });
  }

  async exportSplit(
    request: { month: string },
    options?: CostRequestOptions,
  ): Promise<string> {
    return (await this.#send('/export', { query: request, options })).text();
  }

  async getSummary(
    request: PageRequest & { since?: string },
    options?: CostRequestOptions,
  ): Promise<CostPage<ServiceCostSummary>> {
    return this.#read('/summary', { query: request, options });
  }

  async #read<T>(path: string, sent: Sent): Promise<T> {
    return (await this.#send(path, sent)).json();
  }

  async #send(path: string, sent: Sent): Promise<Response> {
    const { method, query = {}, body, options = {} } = sent;
    const baseUrl = await this.#discoveryApi.getBaseUrl('cost');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${searchOf(query)}`,
      {
        ...(method && { method }),
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(options.token && { Authorization: `Bearer ${options.token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: options.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function servicePath(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return pathOf('services', kind, namespace, name);
}

function pathOf(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function searchOf(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.append(name, String(value));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
