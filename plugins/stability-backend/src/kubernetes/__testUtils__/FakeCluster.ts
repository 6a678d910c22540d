import { mockServices } from '@backstage/backend-test-utils';
import { KubernetesProxy } from '../api/KubernetesProxy';
import type { WorkloadObject } from '../workload/workloadObject';

interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: WorkloadObject;
  version: number;
}

/** A Kubernetes plugin with one cluster, as far as the source asks it. */
export class FakeCluster {
  /** Path and query of each request, without the label selector. */
  readonly asked: string[] = [];
  readonly headers: Headers[] = [];
  /** What the cluster answers by path instead, if anything. */
  readonly refusals = new Map<string, number>([
    ['/apis/argoproj.io/v1alpha1/rollouts', 404],
  ]);
  /** Names that the Kubernetes plugin lists. */
  clusters = ['eu'];
  isDown = false;
  /** Changes before this version are forgotten. */
  forgottenUntil = 0;
  /** Objects in one answer. */
  pageSize = 500;
  /** Metadata of ReplicaSets. */
  replicaSets: object[] = [];
  #version = 1;
  readonly #changes: Change[] = [];
  readonly #objects = new Map<string, WorkloadObject>();

  /** Creates or changes a Deployment. */
  set(object: WorkloadObject): void {
    const { name } = object.metadata;
    const type = this.#objects.has(name) ? 'MODIFIED' : 'ADDED';
    this.#objects.set(name, object);
    this.#version += 1;
    this.#changes.push({ type, object, version: this.#version });
  }

  /** Deletes a Deployment. */
  remove(object: WorkloadObject): void {
    this.#objects.delete(object.metadata.name);
    this.#version += 1;
    this.#changes.push({ type: 'DELETED', object, version: this.#version });
  }

  /** The proxy in front of it. */
  proxy(): KubernetesProxy {
    return KubernetesProxy.create({
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      fetch: async (input, init) => {
        const url = new URL(String(input));
        return this.#answer(url, new Headers(init?.headers));
      },
    });
  }

  #answer(url: URL, headers: Headers): Response {
    const path = url.pathname.replace('/api/kubernetes', '');
    if (path === '/clusters') {
      return json({ items: this.clusters.map(name => ({ name })) });
    }
    this.headers.push(headers);
    const resource = path.replace('/proxy', '');
    const query = url.searchParams;
    const selector = query.get('labelSelector');
    query.delete('labelSelector');
    this.asked.push(`${resource}?${query}`);
    const refusal = this.isDown ? 500 : this.refusals.get(resource);
    if (refusal || selector !== 'backstage.io/kubernetes-id') {
      const statusCode = refusal ?? 400;
      const error = { name: 'Error', message: 'no' };
      return json({ error, response: { statusCode } }, statusCode);
    }
    if (resource.endsWith('replicasets')) {
      return json({ metadata: {}, items: this.replicaSets });
    }
    return query.has('watch') ? this.#watch(query) : this.#list(query);
  }

  #list(query: URLSearchParams): Response {
    const from = Number(query.get('continue') ?? 0);
    const all = [...this.#objects.values()];
    const to = from + this.pageSize;
    return json({
      metadata: {
        resourceVersion: String(this.#version),
        ...(to < all.length && { continue: String(to) }),
      },
      items: all.slice(from, to),
    });
  }

  #watch(query: URLSearchParams): Response {
    const from = Number(query.get('resourceVersion'));
    const events =
      from < this.forgottenUntil
        ? [{ type: 'ERROR', object: { code: 410, message: 'too old' } }]
        : [
            ...this.#changes
              .filter(({ version }) => version > from)
              .map(({ type, object, version }) => ({
                type,
                object: {
                  ...object,
                  metadata: {
                    ...object.metadata,
                    resourceVersion: String(version),
                  },
                },
              })),
            {
              type: 'BOOKMARK',
              object: { metadata: { resourceVersion: String(this.#version) } },
            },
          ];
    return new Response(
      events.map(event => `${JSON.stringify(event)}\n`).join(''),
    );
  }
}

function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}
