import { ResponseError } from '@backstage/errors';
import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import type { MetricName } from '../metrics/MetricFigure';
import type {
  CorrectCauseRequest,
  CorrectVerdictRequest,
  DeploymentPage,
  IncidentPage,
  InboxItem,
  InboxPage,
  ListDeploymentsRequest,
  ListIncidentsRequest,
  ListServicesRequest,
  MappingRule,
  MappingRulePreview,
  MetricExplanation,
  MetricsRequest,
  NamedEnvironment,
  ServiceStabilityPage,
  ServiceStabilitySummary,
  StabilityMetrics,
  StabilityPage,
} from './responses';
import type {
  NewMappingRule,
  StabilityApi,
  StabilityRequestOptions,
} from './StabilityApi';

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Where the backend is; the discovery API of either side of Backstage fits. */
interface Discovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends requests; the fetch API of the front end fits, and so does `{ fetch }`. */
interface Fetcher {
  fetch: typeof fetch;
}

interface Sent {
  method?: 'POST' | 'PATCH' | 'DELETE';
  query?: Record<string, QueryValue>;
  body?: unknown;
  options?: StabilityRequestOptions;
}

/**
 * Talks to the stability backend, in a browser and in Node.
 *
 * In the front end `fetchApi` signs the requests; a backend passes a service
 * token with each call.
 *
 * @public
 */
export class StabilityClient implements StabilityApi {
  readonly #discoveryApi: Discovery;
  readonly #fetchApi: Fetcher;

  constructor(options: { discoveryApi: Discovery; fetchApi: Fetcher }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getMetrics(
    request: MetricsRequest,
    options?: StabilityRequestOptions,
  ): Promise<StabilityMetrics> {
    return this.#read('/metrics', { query: { ...request }, options });
  }

  async explainMetric(
    request: MetricsRequest & { metric: MetricName },
    options?: StabilityRequestOptions,
  ): Promise<MetricExplanation> {
    return this.#read('/explain', { query: { ...request }, options });
  }

  async listDeployments(
    request: ListDeploymentsRequest,
    options?: StabilityRequestOptions,
  ): Promise<DeploymentPage> {
    return this.#read('/deployments', { query: { ...request }, options });
  }

  async getDeployment(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<Deployment> {
    return this.#read(pathOf('deployments', id), { options });
  }

  async correctVerdict(
    id: string,
    request: CorrectVerdictRequest,
    options?: StabilityRequestOptions,
  ): Promise<Deployment> {
    return this.#read(pathOf('deployments', id, 'verdict'), {
      method: 'PATCH',
      body: request,
      options,
    });
  }

  async undoVerdict(
    id: string,
    request: { reason: string },
    options?: StabilityRequestOptions,
  ): Promise<Deployment> {
    return this.#read(pathOf('deployments', id, 'verdict'), {
      method: 'DELETE',
      body: request,
      options,
    });
  }

  async listIncidents(
    request: ListIncidentsRequest,
    options?: StabilityRequestOptions,
  ): Promise<IncidentPage> {
    return this.#read('/incidents', { query: { ...request }, options });
  }

  async getIncident(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<Incident> {
    return this.#read(pathOf('incidents', id), { options });
  }

  async correctCause(
    id: string,
    request: CorrectCauseRequest,
    options?: StabilityRequestOptions,
  ): Promise<Incident> {
    return this.#read(pathOf('incidents', id, 'cause'), {
      method: 'PATCH',
      body: request,
      options,
    });
  }

  async undoCause(
    id: string,
    request: { reason: string },
    options?: StabilityRequestOptions,
  ): Promise<Incident> {
    return this.#read(pathOf('incidents', id, 'cause'), {
      method: 'DELETE',
      body: request,
      options,
    });
  }

  async getReview(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<string> {
    const path = pathOf('incidents', id, 'review');
    return (await this.#send(path, { options })).text();
  }

  async listServices(
    request: ListServicesRequest,
    options?: StabilityRequestOptions,
  ): Promise<ServiceStabilityPage> {
    return this.#read('/services', { query: { ...request }, options });
  }

  async getSummary(
    request: Parameters<StabilityApi['getSummary']>[0],
    options?: StabilityRequestOptions,
  ): Promise<StabilityPage<ServiceStabilitySummary>> {
    return this.#read('/summary', { query: { ...request }, options });
  }

  async listEnvironments(
    options?: StabilityRequestOptions,
  ): Promise<StabilityPage<NamedEnvironment>> {
    return this.#read('/environments', { options });
  }

  async listInbox(
    request: Parameters<StabilityApi['listInbox']>[0],
    options?: StabilityRequestOptions,
  ): Promise<InboxPage> {
    return this.#read('/inbox', { query: { ...request }, options });
  }

  async getInboxItem(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<InboxItem> {
    return this.#read(pathOf('inbox', id), { options });
  }

  async replay(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<InboxItem> {
    return this.#read(pathOf('inbox', id, 'replay'), {
      method: 'POST',
      options,
    });
  }

  async listRules(
    options?: StabilityRequestOptions,
  ): Promise<StabilityPage<MappingRule>> {
    return this.#read('/inbox/rules', { options });
  }

  async previewRule(
    rule: NewMappingRule,
    options?: StabilityRequestOptions,
  ): Promise<MappingRulePreview> {
    return this.#read('/inbox/rules', {
      method: 'POST',
      query: { dryRun: true },
      body: rule,
      options,
    });
  }

  async addRule(
    rule: NewMappingRule,
    options?: StabilityRequestOptions,
  ): Promise<MappingRule> {
    return this.#read('/inbox/rules', { method: 'POST', body: rule, options });
  }

  async removeRule(
    id: string,
    options?: StabilityRequestOptions,
  ): Promise<void> {
    await this.#send(pathOf('inbox', 'rules', id), {
      method: 'DELETE',
      options,
    });
  }

  async #read<T>(path: string, sent: Sent): Promise<T> {
    return (await this.#send(path, sent)).json();
  }

  async #send(path: string, sent: Sent): Promise<Response> {
    const { method, query = {}, body, options = {} } = sent;
    const baseUrl = await this.#discoveryApi.getBaseUrl('stability');
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

function pathOf(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function searchOf(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    [value]
      .flat()
      .filter(item => item !== undefined)
      .forEach(item => parameters.append(name, String(item)));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
