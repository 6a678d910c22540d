import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../stacks/__testUtils__/freePort';
import { nodeCase } from '../../stacks/__testUtils__/nodeCase';
import { RunningProgram } from '../../stacks/__testUtils__/RunningProgram';
import { RunningService } from '../../stacks/__testUtils__/RunningService';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import type { TestCluster } from './TestCluster';

/** Between two looks at the pods, milliseconds. */
const LOOK_MS = 500;
/** Between two requests, milliseconds. */
const REQUEST_MS = 40;
const HASH = 'rollouts-pod-template-hash';

/** A version of the service, running for all pods of its hash. */
interface Version {
  hash: string;
  tag: string;
  running: RunningService;
}

/** @see RealPods */
export interface RealPodsOptions {
  cluster: TestCluster;
  namespace: string;
  /** Empty folder. */
  folder: string;
  service: string;
}

/** What the pods run. */
export interface RealVersions {
  /** Of the service's repository, installed. */
  repository: string;
  /** What makes a version what it is, by the tag of its image. */
  environments: Record<string, Record<string, string>>;
}

/**
 * What the simulated kubelets of the cluster do not do: the service really runs,
 * a process for each version that has pods. A real Prometheus scrapes it under
 * the labels of a pod, as the chart's ServiceMonitor has it, and users' requests
 * go to the pods that are ready, to each in its turn, as by the chart's Service.
 */
export class RealPods {
  readonly #options: RealPodsOptions;
  readonly #targets: string;
  readonly #versions = new Map<string, Version>();
  #ready: Version[] = [];
  #prometheus: RunningProgram | undefined;
  #isStopped = false;
  #loops: Promise<void>[] = [];
  #fault: unknown;
  /** Of Prometheus. */
  url = '';

  static async start(options: RealPodsOptions): Promise<RealPods> {
    const pods = new RealPods(options);
    await pods.#startPrometheus();
    return pods;
  }

  private constructor(options: RealPodsOptions) {
    this.#options = options;
    this.#targets = join(options.folder, 'targets.json');
    this.#tellPrometheus();
  }

  /** From now on the pods of the namespace run, and users call them. */
  follow(versions: RealVersions): void {
    this.#loops = [this.#look(versions), this.#call()];
  }

  /** @throws what went wrong while the pods were followed */
  check(): void {
    if (this.#fault !== undefined) {
      throw this.#fault;
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#loops);
    for (const { running } of this.#versions.values()) {
      await running.stop();
    }
    await this.#prometheus?.stop();
  }

  async #look(all: RealVersions): Promise<void> {
    const { cluster, namespace } = this.#options;
    while (!this.#isStopped) {
      try {
        const pods = await cluster.readyPods(namespace);
        const versions: Version[] = [];
        for (const pod of pods) {
          versions.push(await this.#versionOf(pod, all));
        }
        this.#ready = versions;
      } catch (error) {
        this.#fault ??= error;
      }
      await sleep(LOOK_MS);
    }
  }

  async #versionOf(
    pod: KubernetesObject,
    { repository, environments }: RealVersions,
  ): Promise<Version> {
    const hash = pod.metadata.labels?.[HASH] ?? '';
    const known = this.#versions.get(hash);
    if (known) {
      return known;
    }
    const { service } = this.#options;
    const tag = String(pod.spec.containers[0].image).split(':').at(-1) ?? '';
    const running = await RunningService.start({
      stackCase: nodeCase,
      folder: repository,
      environment: {
        SERVICE_NAME: service,
        SERVICE_VERSION: tag,
        ...environments[tag],
      },
    });
    const version = { hash, tag, running };
    this.#versions.set(hash, version);
    this.#tellPrometheus();
    return version;
  }

  async #call(): Promise<void> {
    for (let turn = 0; !this.#isStopped; turn += 1) {
      const version = this.#ready[turn % (this.#ready.length || 1)];
      // users try again, whatever they are answered
      await version?.running
        .ask('/api/items/mug', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: 'A mug' }),
        })
        .catch(() => undefined);
      await sleep(REQUEST_MS);
    }
  }

  /** Prometheus reads a file anew that is put in its place as a whole. */
  #tellPrometheus(): void {
    const { namespace, service } = this.#options;
    const targets = [...this.#versions.values()].map(({ hash, running }) => ({
      targets: [`127.0.0.1:${running.port}`],
      labels: {
        job: service,
        service,
        namespace,
        pod: `${service}-${hash}`,
        rollouts_pod_template_hash: hash,
      },
    }));
    const draft = `${this.#targets}.draft`;
    writeFileSync(draft, JSON.stringify(targets));
    renameSync(draft, this.#targets);
  }

  async #startPrometheus(): Promise<void> {
    const { folder } = this.#options;
    const port = await freePort();
    const settings = join(folder, 'prometheus.json');
    writeFileSync(
      settings,
      JSON.stringify({
        global: { scrape_interval: '1s' },
        scrape_configs: [
          {
            job_name: 'pods',
            honor_labels: true,
            file_sd_configs: [
              { files: [this.#targets], refresh_interval: '1s' },
            ],
          },
        ],
      }),
    );
    this.#prometheus = RunningProgram.start({
      command: process.env.PROMETHEUS_BIN ?? 'prometheus',
      args: [
        `--config.file=${settings}`,
        `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      folder,
    });
    this.url = `http://127.0.0.1:${port}`;
    await this.#prometheus.waitFor(`${this.url}/-/ready`);
  }
}
