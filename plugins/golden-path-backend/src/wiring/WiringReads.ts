import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CostApi, ServiceCost } from '@plimsoll/plugin-cost-common';
import type {
  CheckReport,
  LoadedRules,
  ObjectiveStatus,
  SloApi,
} from '@plimsoll/plugin-slo-common';
import type {
  Deployment,
  StabilityApi,
} from '@plimsoll/plugin-stability-common';
import { NotAnswered } from './NotAnswered';

/** Objectives of one service that are looked at; a template makes four. */
const MAX_OBJECTIVES = 100;

/** Who is asked about a service. */
export interface WiringSources {
  auth: AuthService;
  catalog: CatalogService;
  slo: Pick<SloApi, 'listObjectives' | 'checkEntity' | 'getLoadedRules'>;
  stability: Pick<StabilityApi, 'listDeployments'>;
  cost: Pick<CostApi, 'getServiceCost'>;
}

/**
 * What others say of one service. Each question is asked once, whoever needs the
 * answer, and what goes wrong with it is told to all who asked.
 */
export class WiringReads {
  readonly #sources: WiringSources;
  readonly #entityRef: string;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<unknown>>();

  static create(options: {
    sources: WiringSources;
    entityRef: string;
    signal: AbortSignal;
  }): WiringReads {
    return new WiringReads(options);
  }

  private constructor(options: Parameters<typeof WiringReads.create>[0]) {
    this.#sources = options.sources;
    this.#entityRef = options.entityRef;
    this.#signal = options.signal;
  }

  /** @throws NotAnswered; so do all others */
  async objectives(): Promise<ObjectiveStatus[]> {
    return this.#once('objectives', 'slo', async request => {
      const entityRef = this.#entityRef;
      const { items } = await this.#sources.slo.listObjectives(
        { entityRef, limit: MAX_OBJECTIVES },
        request,
      );
      return items;
    });
  }

  /** What the doctor finds in its documents. */
  async findings(): Promise<CheckReport> {
    return this.#once('findings', 'slo', request =>
      this.#sources.slo.checkEntity(this.#entityRef, request),
    );
  }

  async loadedRules(): Promise<LoadedRules> {
    return this.#once('rules', 'slo', request =>
      this.#sources.slo.getLoadedRules(this.#entityRef, request),
    );
  }

  /** The newest deployment, and how many were seen. */
  async deployments(): Promise<{ newest?: Deployment; count: number }> {
    return this.#once('deployments', 'stability', async request => {
      const { items, totalItems } =
        await this.#sources.stability.listDeployments(
          { entityRef: this.#entityRef, limit: 1 },
          request,
        );
      return { newest: items.at(0), count: totalItems };
    });
  }

  /** Its cost of the running month. */
  async cost(): Promise<ServiceCost> {
    return this.#once('cost', 'cost', request =>
      this.#sources.cost.getServiceCost(this.#entityRef, {}, request),
    );
  }

  /** An entity of the catalog; nothing where there is none. */
  async entity(ref: string): Promise<Entity | undefined> {
    const { auth, catalog } = this.#sources;
    return this.#share(`entity ${ref}`, 'catalog', async () =>
      catalog.getEntityByRef(ref, {
        credentials: await auth.getOwnServiceCredentials(),
      }),
    );
  }

  #once<T>(
    key: string,
    plugin: 'slo' | 'stability' | 'cost',
    read: (options: { token: string; signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const { auth } = this.#sources;
    return this.#share(key, plugin, async () => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: plugin,
      });
      return read({ token, signal: this.#signal });
    });
  }

  #share<T>(key: string, whom: string, read: () => Promise<T>): Promise<T> {
    const known = this.#asked.get(key) as Promise<T> | undefined;
    if (known) {
      return known;
    }
    const answer = read().catch(error => {
      throw NotAnswered.of(whom, error);
    });
    this.#asked.set(key, answer);
    return answer;
  }
}
