import { ResponseError } from '@backstage/errors';
import { entityPath } from './entityPath';
import type {
  AnswerFindings,
  FindingsRequest,
  PreviewRequest,
  ServicePreview,
} from '../preview/ServicePreview';
import type {
  Adoption,
  MergedUpdate,
  UpdateOffer,
  UpdatePreview,
  UpdateRequest,
} from '../updates/TemplateUpdate';
import type { AlertSeverity, ServiceWiring } from '../wiring/ServiceWiring';

/** How a request is sent. @public */
export interface GoldenPathRequestOptions {
  /** Bearer token; backends need one, the front end's fetch API adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/** What the golden path's backend can be asked. @public */
export type GoldenPathApi = Pick<GoldenPathClient, keyof GoldenPathClient>;

interface Sent {
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  options?: GoldenPathRequestOptions;
}

/**
 * Talks to the golden path's backend, in a browser and in Node.
 *
 * In the front end `fetchApi` signs the requests; a backend passes a token with
 * each call. Every method throws a `ResponseError`.
 *
 * @public
 */
export class GoldenPathClient {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** What a template would make of the answers so far. */
  async preview(
    request: PreviewRequest,
    options?: GoldenPathRequestOptions,
  ): Promise<ServicePreview> {
    return this.#read('/preview', { method: 'POST', body: request, options });
  }

  /** What is wrong with the answers so far. */
  async findings(
    request: FindingsRequest,
    options?: GoldenPathRequestOptions,
  ): Promise<AnswerFindings> {
    return this.#read('/findings', { method: 'POST', body: request, options });
  }

  /** Whether a service is wired, as it was last checked. */
  async getWiring(
    ref: string,
    options?: GoldenPathRequestOptions,
  ): Promise<ServiceWiring> {
    return this.#read(entityPath('wiring', ref), { options });
  }

  /** Checks the wiring of a service now. */
  async checkWiring(
    ref: string,
    options?: GoldenPathRequestOptions,
  ): Promise<ServiceWiring> {
    const path = `${entityPath('wiring', ref)}/check`;
    return this.#read(path, { method: 'POST', options });
  }

  /** Sends an alert that takes the way of the service's own, marked as a test. */
  async sendTestAlert(
    ref: string,
    request: { severity: AlertSeverity },
    options?: GoldenPathRequestOptions,
  ): Promise<ServiceWiring> {
    const path = `${entityPath('wiring', ref)}/test-alert`;
    return this.#read(path, { method: 'POST', body: request, options });
  }

  /** Services by template and version. */
  async getAdoption(options?: GoldenPathRequestOptions): Promise<Adoption> {
    return this.#read('/adoption', { options });
  }

  /** Whether there is a newer template for a service. */
  async getUpdateOffer(
    ref: string,
    options?: GoldenPathRequestOptions,
  ): Promise<UpdateOffer> {
    return this.#read(entityPath('updates', ref), { options });
  }

  /** What an update would change. */
  async previewUpdate(
    ref: string,
    request: UpdateRequest,
    options?: GoldenPathRequestOptions,
  ): Promise<UpdatePreview> {
    const path = `${entityPath('updates', ref)}/preview`;
    return this.#read(path, { method: 'POST', body: request, options });
  }

  /** The same with all contents, for whoever commits it. */
  async mergeUpdate(
    ref: string,
    request: UpdateRequest,
    options?: GoldenPathRequestOptions,
  ): Promise<MergedUpdate> {
    const path = `${entityPath('updates', ref)}/merge`;
    return this.#read(path, { method: 'POST', body: request, options });
  }

  /** Starts the task that opens the pull request. */
  async deliverUpdate(
    ref: string,
    request: UpdateRequest,
    options?: GoldenPathRequestOptions,
  ): Promise<{ taskId?: string; offer: UpdateOffer }> {
    const path = `${entityPath('updates', ref)}/deliver`;
    return this.#read(path, { method: 'POST', body: request, options });
  }

  /** Says that a pull request is open. */
  async noteUpdateOpened(
    ref: string,
    request: { version: string; url: string },
    options?: GoldenPathRequestOptions,
  ): Promise<UpdateOffer> {
    const path = `${entityPath('updates', ref)}/opened`;
    return this.#read(path, { method: 'POST', body: request, options });
  }

  async #read<T>(path: string, sent: Sent): Promise<T> {
    const { method, body, options = {} } = sent;
    const baseUrl = await this.#discoveryApi.getBaseUrl('golden-path');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      ...(method && { method }),
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(options.token && { Authorization: `Bearer ${options.token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
