import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';

/** A cluster that the Kubernetes plugin knows. */
export interface KnownCluster {
  name: string;
  authProvider?: string;
}

const clusterList = z.object({
  items: z.array(
    z.object({ name: z.string(), authProvider: z.string().optional() }),
  ),
});

/**
 * Asks clusters through the proxy of the Kubernetes plugin, as this plugin
 * itself and not for a person: it alone holds addresses and credentials.
 */
export class KubernetesProxy {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof fetch;
  }): KubernetesProxy {
    return new KubernetesProxy(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof fetch;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? fetch;
  }

  /** @throws ResponseError when the Kubernetes plugin does not answer */
  async clusters(signal: AbortSignal): Promise<KnownCluster[]> {
    const response = await this.#ask('/clusters', { signal });
    return clusterList.parse(await response.json()).items;
  }

  /**
   * One GET of a cluster's API.
   *
   * @param options.path - with its query, from `/apis`
   * @throws ResponseError with the status that the cluster answered
   */
  async get(options: {
    cluster: string;
    path: string;
    accept?: string;
    signal: AbortSignal;
  }): Promise<Response> {
    const { cluster, path, accept = 'application/json', signal } = options;
    return this.#ask(`/proxy${path}`, {
      signal,
      headers: { Accept: accept, 'Backstage-Kubernetes-Cluster': cluster },
    });
  }

  async #ask(
    path: string,
    options: { signal: AbortSignal; headers?: Record<string, string> },
  ): Promise<Response> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const baseUrl = await this.#discovery.getBaseUrl('kubernetes');
    const response = await this.#fetch(`${baseUrl}${path}`, {
      signal: options.signal,
      headers: { ...options.headers, Authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
