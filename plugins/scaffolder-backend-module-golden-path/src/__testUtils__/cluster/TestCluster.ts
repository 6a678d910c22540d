import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChartValues } from '../chart/renderChart';
import type { KubernetesObject, Parsed } from '../kubernetes/KubernetesObject';

/** Nothing in the cluster takes longer than that, milliseconds. */
const PATIENCE_MS = 180_000;

/** The cluster of `npm run test:cluster`, by the real kubectl and Helm. */
export class TestCluster {
  readonly #home = mkdtempSync(join(tmpdir(), 'helm-'));

  static create(): TestCluster {
    return new TestCluster();
  }

  private constructor() {}

  /** @throws with the program's own words */
  kubectl(args: string[], input?: string): Promise<string> {
    return this.#run(process.env.KUBECTL_BIN ?? 'kubectl', args, input);
  }

  /** @throws with the program's own words */
  helm(args: string[]): Promise<string> {
    return this.#run(process.env.HELM_BIN ?? 'helm', args);
  }

  /** Applies objects, and takes nothing that no schema knows. */
  async apply(...items: object[]): Promise<void> {
    await this.kubectl(
      ['apply', '--server-side', '--validate=strict', '-f', '-'],
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
    );
  }

  /** A namespace that lets in restricted pods alone. */
  async restrictedNamespace(name: string): Promise<void> {
    await this.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: {
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'latest',
        },
      },
    });
  }

  /**
   * Installs a service's chart, or brings it up to date.
   *
   * @param options.release - `gift-cards` by default
   */
  async upgrade(options: {
    folder: string;
    namespace: string;
    values: ChartValues;
    release?: string;
  }): Promise<void> {
    const { folder, namespace, values, release = 'gift-cards' } = options;
    const chart = this.#chartFor(folder);
    await this.helm([
      'upgrade',
      '--install',
      release,
      chart,
      `--namespace=${namespace}`,
      // selectors belong to Argo Rollouts while it changes versions
      '--server-side=false',
      `--values=${join(chart, 'values-production.yaml')}`,
      ...Object.entries(values).map(
        ([path, value]) => `--set-json=${path}=${JSON.stringify(value)}`,
      ),
    ]);
  }

  /** An object, or nothing where there is none of that name. */
  async get(
    kind: string,
    name: string,
    namespace: string,
  ): Promise<KubernetesObject | undefined> {
    const text = await this.kubectl([
      'get',
      kind,
      name,
      `--namespace=${namespace}`,
      '--ignore-not-found',
      '--output=json',
    ]);
    return text ? JSON.parse(text) : undefined;
  }

  /** All objects of a kind. */
  async list(kind: string, namespace: string): Promise<KubernetesObject[]> {
    const text = await this.kubectl([
      'get',
      kind,
      `--namespace=${namespace}`,
      '--output=json',
    ]);
    return JSON.parse(text).items;
  }

  /** The pods that are ready. */
  async readyPods(namespace: string): Promise<KubernetesObject[]> {
    return (await this.list('pods', namespace)).filter(
      ({ metadata, status }) =>
        !metadata.deletionTimestamp &&
        status.conditions?.some(
          (one: Parsed) => one.type === 'Ready' && one.status === 'True',
        ),
    );
  }

  /** Images of the pods that are ready, in order. */
  async readyImages(namespace: string): Promise<string[]> {
    return (await this.readyPods(namespace))
      .map(({ spec }) => spec.containers[0].image)
      .sort();
  }

  /** A node with room for all pods, whose kubelet is simulated. */
  async node(name: string): Promise<void> {
    const room = { cpu: '64', memory: '256Gi', pods: '1000' };
    const status = { allocatable: room, capacity: room };
    await this.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels: { 'kubernetes.io/os': 'linux' } },
      status,
    });
    await this.kubectl([
      'patch',
      'node',
      name,
      '--subresource=status',
      `--patch=${JSON.stringify({ status })}`,
    ]);
  }

  /**
   * Looks again and again until something is there.
   *
   * @throws Error that says what was seen last
   */
  async until<T>(
    what: string,
    look: () => Promise<T>,
    isThere: (seen: T) => boolean,
  ): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    let seen = await look();
    while (!isThere(seen)) {
      if (Date.now() > deadline) {
        throw new Error(`${what}: ${JSON.stringify(seen, undefined, 1)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 300));
      seen = await look();
    }
    return seen;
  }

  /** An API server that is built from its module does not know its version. */
  #chartFor(folder: string): string {
    const chart = mkdtempSync(join(this.#home, 'chart-'));
    cpSync(join(folder, 'chart'), chart, { recursive: true });
    const file = join(chart, 'Chart.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^kubeVersion: .*$/m, ''));
    return chart;
  }

  #run(program: string, args: string[], input?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const running = execFile(
        program,
        args,
        {
          maxBuffer: 64 * 1024 * 1024,
          env: {
            PATH: process.env.PATH,
            KUBECONFIG: process.env.KUBECONFIG,
            KUBECACHEDIR: join(this.#home, 'kube'),
            HELM_CACHE_HOME: this.#home,
            HELM_CONFIG_HOME: this.#home,
            HELM_DATA_HOME: this.#home,
          },
        },
        (error, stdout, stderr) =>
          error
            ? reject(new Error(`${args.slice(0, 4).join(' ')}: ${stderr}`))
            : resolve(stdout),
      );
      running.stdin?.end(input ?? '');
    });
  }
}
