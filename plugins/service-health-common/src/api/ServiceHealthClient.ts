import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  ExportFleetRequest,
  FleetPage,
  ListFleetRequest,
} from '../fleet/FleetPage';
import type { FleetStrip } from '../fleet/FleetStrip';
import type { DeploymentImpact } from '../impact/DeploymentImpact';
import type { ServiceOverview } from '../overview/ServiceOverview';
import type {
  ServiceHealthApi,
  ServiceHealthRequestOptions,
} from './ServiceHealthApi';

/** Where the backend is; the discovery API of either side of Backstage fits. */
interface Discovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends requests; the fetch API of the front end fits, and so does `{ fetch }`. */
interface Fetcher {
  fetch: typeof fetch;
}

/**
 * Talks to the service health backend, in a browser and in Node.
 *
 * In the front end `fetchApi` signs the requests; a backend passes a token with
 * each call.
 *
 * @public
 */
export class ServiceHealthClient implements ServiceHealthApi {
  readonly #discoveryApi: Discovery;
  readonly #fetchApi: Fetcher;

  constructor(options: { discoveryApi: Discovery; fetchApi: Fetcher }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listServices(
    request: ListFleetRequest,
    options?: ServiceHealthRequestOptions,
  ): Promise<FleetPage> {
    return this.#read(`/services${searchOf(request)}`, options);
  }

  async getStrip(options?: ServiceHealthRequestOptions): Promise<FleetStrip> {
    return this.#read('/services/strip', options);
  }

  async exportServices(
    request: ExportFleetRequest,
    options?: ServiceHealthRequestOptions,
  ): Promise<Blob> {
    const path = `/services.csv${searchOf(request)}`;
    return (await this.#send(path, options)).blob();
  }

  async getOverview(
    ref: string,
    options?: ServiceHealthRequestOptions,
  ): Promise<ServiceOverview> {
    const { kind, namespace, name } = parseEntityRef(ref);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#read(`/services/${path}`, options);
  }

  async getImpact(
    deploymentId: string,
    options?: ServiceHealthRequestOptions,
  ): Promise<DeploymentImpact> {
    const id = encodeURIComponent(deploymentId);
    return this.#read(`/deployments/${id}/impact`, options);
  }

  async #read<T>(
    path: string,
    options?: ServiceHealthRequestOptions,
  ): Promise<T> {
    return (await this.#send(path, options)).json();
  }

  async #send(
    path: string,
    options: ServiceHealthRequestOptions = {},
  ): Promise<Response> {
    const { token, signal } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('service-health');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      headers: token ? { Authorization: `Bearer ${token}` } : {},
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function searchOf(query: object): string {
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
