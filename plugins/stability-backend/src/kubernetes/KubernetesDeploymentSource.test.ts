import { mockServices } from '@backstage/backend-test-utils';
import { aDeployment } from './__fixtures__/workloads';
import { FakeCluster } from './__testUtils__/FakeCluster';
import { KubernetesDeploymentSource } from './KubernetesDeploymentSource';
import type { KubernetesConfig } from './readKubernetesConfig';

const DEPLOYMENTS = '/apis/apps/v1/deployments';
const ROLLOUTS = '/apis/argoproj.io/v1alpha1/rollouts';
const REPLICA_SETS = '/apis/apps/v1/namespaces/shop/replicasets';
const image = (tag: string) => [`registry.example.com/shop/checkout:${tag}`];

function setUp(config: Partial<KubernetesConfig> = {}) {
  const cluster = new FakeCluster();
  const logger = mockServices.logger.mock();
  let now = Date.parse('2026-11-20T09:00:00Z');
  const create = () =>
    KubernetesDeploymentSource.create({
      proxy: cluster.proxy(),
      config: { everySeconds: 15, ...config },
      logger,
      now: () => now,
    });
  let source = create();
  let state: string | undefined;
  return {
    cluster,
    logger,
    restart: () => {
      source = create();
    },
    /** The phases that the next poll tells, after so many seconds. */
    poll: async (seconds = 15) => {
      now += seconds * 1000;
      const answer = await source.poll({
        state,
        signal: new AbortController().signal,
      });
      state = answer.state;
      return answer.drafts;
    },
  };
}

const phases = (
  drafts: Awaited<ReturnType<ReturnType<typeof setUp>['poll']>>,
) => drafts.map(draft => ('phase' in draft ? draft.phase : undefined));

describe('KubernetesDeploymentSource', () => {
  it('lists once and then asks for changes only', async () => {
    const { cluster, poll } = setUp();
    cluster.set(aDeployment({}));
    expect(await poll()).toEqual([]);
    expect(cluster.asked).toEqual([
      `${DEPLOYMENTS}?limit=500&resourceVersion=0`,
      `${ROLLOUTS}?limit=500&resourceVersion=0`,
    ]);
    cluster.asked.length = 0;
    cluster.set(aDeployment({ revision: 2, images: image('v2.0.0') }));
    expect(phases(await poll())).toEqual(['succeeded']);
    expect(await poll()).toEqual([]);
    expect(cluster.asked.filter(path => path.startsWith(DEPLOYMENTS))).toEqual([
      `${DEPLOYMENTS}?watch=1&resourceVersion=2&timeoutSeconds=2&allowWatchBookmarks=true`,
      `${DEPLOYMENTS}?watch=1&resourceVersion=3&timeoutSeconds=2&allowWatchBookmarks=true`,
    ]);
  });

  it('asks as the plugin itself, for one cluster by its name', async () => {
    const { cluster, poll } = setUp();
    await poll();
    const [headers] = cluster.headers;
    expect(headers.get('Backstage-Kubernetes-Cluster')).toBe('eu');
    expect(headers.get('Authorization')).toMatch(/^Bearer mock-service-token/);
  });

  it('reads all pages', async () => {
    const { cluster, poll } = setUp();
    cluster.pageSize = 2;
    for (const name of ['a', 'b', 'c']) {
      const object = aDeployment({});
      cluster.set({ ...object, metadata: { ...object.metadata, name } });
    }
    await poll();
    expect(cluster.asked).toContain(`${DEPLOYMENTS}?limit=500&continue=2`);
  });

  it('loses nothing and tells nothing twice when the portal restarts', async () => {
    const { cluster, poll, restart } = setUp();
    cluster.set(aDeployment({}));
    await poll();
    restart();
    cluster.set(aDeployment({ revision: 2, images: image('v2.0.0') }));
    expect(phases(await poll())).toEqual(['succeeded']);
    restart();
    expect(await poll()).toEqual([]);
  });

  it('tells the log of an outage once and catches up after it', async () => {
    const { cluster, poll, logger } = setUp();
    cluster.set(aDeployment({}));
    await poll();
    cluster.isDown = true;
    cluster.set(aDeployment({ revision: 2, images: image('v2.0.0') }));
    expect(await poll()).toEqual([]);
    expect(await poll()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^The cluster 'eu' could not be asked .* \(no\)/),
    );
    cluster.isDown = false;
    expect(phases(await poll())).toEqual(['succeeded']);
    expect(logger.info).toHaveBeenCalledWith(
      "The cluster 'eu' can be asked for deployments again",
    );
  });

  it('lists anew when the API server has forgotten the changes', async () => {
    const { cluster, poll } = setUp();
    cluster.set(aDeployment({}));
    await poll();
    cluster.set(aDeployment({ revision: 2, images: image('v2.0.0') }));
    cluster.forgottenUntil = 3;
    cluster.asked.length = 0;
    expect(phases(await poll())).toEqual(['succeeded']);
    expect(cluster.asked).toContain(
      `${DEPLOYMENTS}?limit=500&resourceVersion=0`,
    );
  });

  it('asks for ReplicaSets only when a new version appears', async () => {
    const { cluster, poll } = setUp();
    cluster.set(aDeployment({ revision: 5 }));
    await poll();
    cluster.set(aDeployment({ revision: 6 }));
    await poll();
    expect(cluster.asked.join()).not.toContain('replicasets');
    cluster.replicaSets = [
      {
        metadata: {
          annotations: {
            'deployment.kubernetes.io/revision': '7',
            'deployment.kubernetes.io/revision-history': '3',
          },
          ownerReferences: [{ uid: 'uid-1' }],
        },
      },
    ];
    cluster.set(aDeployment({ revision: 7, images: image('v0.9.0') }));
    const [draft] = await poll();
    expect(draft).toMatchObject({ rollback: true, version: 'v0.9.0' });
    expect(cluster.asked.at(-1)).toBe(`${REPLICA_SETS}?resourceVersion=0`);
    expect(cluster.headers.at(-1)?.get('Accept')).toContain(
      'PartialObjectMetadataList',
    );
  });

  it('asks for Rollouts again after ten minutes where there are none', async () => {
    const { cluster, poll } = setUp();
    const count = () =>
      cluster.asked.filter(path => path.startsWith(ROLLOUTS)).length;
    await poll();
    await poll(599);
    expect(count()).toBe(1);
    await poll(2);
    expect(count()).toBe(2);
    await poll(15);
    expect(count()).toBe(2);
  });

  it('goes on with one cluster while another does not answer', async () => {
    const { cluster, poll, logger } = setUp({
      clusters: [{ name: 'eu', environment: 'prod' }],
    });
    cluster.clusters = ['eu', 'us'];
    cluster.set(aDeployment({}));
    await poll();
    cluster.set(aDeployment({ revision: 2, images: image('v2.0.0') }));
    const [draft] = await poll();
    expect(draft).toMatchObject({ environment: 'prod', target: 'eu' });
    expect(
      cluster.headers.map(header => header.get('Backstage-Kubernetes-Cluster')),
    ).not.toContain('us');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says when app-config names a cluster that nobody knows', async () => {
    const { poll, logger } = setUp({ clusters: [{ name: 'mars' }] });
    expect(await poll()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("knows no cluster 'mars'"),
    );
  });

  it('tells of a Deployment that was deleted on its way', async () => {
    const { cluster, poll } = setUp();
    cluster.set(aDeployment({}));
    await poll();
    const starting = aDeployment({
      revision: 2,
      images: image('v2.0.0'),
      status: { observedGeneration: 1, updatedReplicas: 1 },
    });
    cluster.set(starting);
    cluster.remove(starting);
    expect(phases(await poll())).toEqual(['started', 'canceled']);
  });
});
