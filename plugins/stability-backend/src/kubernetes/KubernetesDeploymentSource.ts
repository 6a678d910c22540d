import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  DeploymentSource,
  ObservationDraft,
} from '@plimsoll/plugin-stability-node';
import type { KubernetesProxy } from './api/KubernetesProxy';
import { lookAtCluster } from './lookAtCluster';
import {
  type ClusterState,
  emptyCluster,
  readClusters,
  writeClusters,
} from './observe/ClusterState';
import { KUBERNETES } from './observe/runDraft';
import { Outages } from './Outages';
import type { KubernetesConfig } from './readKubernetesConfig';

/** A cluster that takes longer is asked again the next time, milliseconds. */
const PATIENCE_MS = 20_000;

/** Finds deployments in the clusters that the Kubernetes plugin knows. */
export class KubernetesDeploymentSource implements DeploymentSource {
  readonly name = KUBERNETES;
  readonly everySeconds: number;
  readonly #proxy: KubernetesProxy;
  readonly #chosen: KubernetesConfig['clusters'];
  readonly #outages: Outages;
  readonly #now: () => number;

  static create(options: {
    proxy: KubernetesProxy;
    config: KubernetesConfig;
    logger: LoggerService;
    /** Unix milliseconds; the clock by default. */
    now?: () => number;
  }): KubernetesDeploymentSource {
    return new KubernetesDeploymentSource(options);
  }

  private constructor(options: {
    proxy: KubernetesProxy;
    config: KubernetesConfig;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.everySeconds = options.config.everySeconds;
    this.#proxy = options.proxy;
    this.#chosen = options.config.clusters;
    this.#outages = Outages.create({ logger: options.logger });
    this.#now = options.now ?? Date.now;
  }

  /**
   * A cluster that does not answer keeps its state, so that the next poll finds
   * what it missed; the others go on.
   */
  async poll(request: { state: string | undefined; signal: AbortSignal }) {
    const states = readClusters(request.state);
    const names = await this.#outages.watch('The Kubernetes plugin', () =>
      this.#clusterNames(request.signal),
    );
    const seen = await Promise.all(
      (names ?? []).map(name =>
        this.#outages.watch(`The cluster '${name}'`, () =>
          this.#look({ ...request, name, before: states[name] }),
        ),
      ),
    );
    const drafts: ObservationDraft[] = [];
    seen.forEach((sight, index) => {
      if (sight && names) {
        drafts.push(...sight.drafts);
        states[names[index]] = sight.after;
      }
    });
    return { drafts, state: writeClusters(states) };
  }

  async #clusterNames(signal: AbortSignal): Promise<string[]> {
    const known = (await this.#proxy.clusters(signal)).map(({ name }) => name);
    const missing = (this.#chosen ?? []).find(
      ({ name }) => !known.includes(name),
    );
    if (missing) {
      throw new NotFoundError(
        `it knows no cluster '${missing.name}', which stability.kubernetes.clusters names`,
      );
    }
    return this.#chosen?.map(({ name }) => name) ?? known;
  }

  #look(options: {
    name: string;
    before: ClusterState | undefined;
    signal: AbortSignal;
  }) {
    const { name, before = emptyCluster(), signal } = options;
    return lookAtCluster({
      proxy: this.#proxy,
      cluster: name,
      environment: this.#chosen?.find(chosen => chosen.name === name)
        ?.environment,
      before,
      at: new Date(this.#now()).toISOString(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
  }
}
