import { aVersion, at, aWorkload } from '../__fixtures__/workloads';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { recorded } from '../__testUtils__/recorded';
import { emptyCluster } from '../observe/ClusterState';
import { observe } from '../observe/observe';
import { changeOf } from './resources';
import { servedRevisions } from './servedRevisions';

type Moment = Parameters<typeof recorded>[0];

function workloads(kind: 'deployment' | 'rollout', moment: Moment) {
  return recorded(moment, `${kind}s`).items.flatMap(
    object => changeOf(kind, object)?.workload ?? [],
  );
}

const named = (list: ReturnType<typeof workloads>, name: string) =>
  list.find(workload => workload.name === name);

describe('what a real API server answered', () => {
  it('reads a Deployment past its deadline', () => {
    expect(
      named(workloads('deployment', 'deadline'), 'payments'),
    ).toMatchObject({
      revision: 2,
      serviceId: 'payments',
      environment: 'production',
      version: { version: 'v2' },
      progress: {
        phase: 'failed',
        at: expect.stringMatching(/^20\d\d-.*Z$/),
        reason: expect.stringMatching(
          /^ProgressDeadlineExceeded: .*timed out progressing/,
        ),
      },
    });
  });

  it('reads a Rollout that its analysis aborted', () => {
    expect(named(workloads('rollout', 'aborted'), 'search')).toMatchObject({
      revision: 2,
      version: { version: 'v2' },
      progress: {
        phase: 'aborted',
        reason: expect.stringContaining('availability'),
      },
    });
  });

  it('reads all others as complete', () => {
    const read = [
      ...workloads('deployment', 'complete'),
      ...workloads('rollout', 'complete'),
    ];
    expect(read.map(({ name }) => name).sort()).toEqual([
      'cart',
      'checkout',
      'legacy',
      'payments',
      'search',
    ]);
    expect(new Set(read.map(({ progress }) => progress.phase))).toEqual(
      new Set(['succeeded']),
    );
  });

  it('tells no deployment of what it finds, nor of what it finds again', () => {
    const changes = recorded('complete', 'deployments').items.flatMap(
      object => changeOf('deployment', object) ?? [],
    );
    const look = {
      cluster: 'test',
      now: { kind: 'deployment' as const, changes, isComplete: true },
      at: at('09:00:00'),
    };
    const first = observe({ ...look, before: emptyCluster() });
    expect(first.drafts).toEqual([]);
    expect(Object.keys(first.after.workloads)).toHaveLength(4);
    expect(observe({ ...look, before: first.after }).drafts).toEqual([]);
  });

  it('finds in the ReplicaSets which revisions came back', async () => {
    const cluster = new FakeCluster();
    cluster.replicaSets = recorded('complete', 'replicasets').items;
    const legacy = named(workloads('deployment', 'complete'), 'legacy');
    const other = aWorkload({ uid: 'other', version: aVersion('v9') });
    const served = await servedRevisions({
      proxy: cluster.proxy(),
      cluster: 'eu',
      deployments: [...(legacy ? [legacy] : []), other],
      signal: new AbortController().signal,
    });
    expect([...served]).toEqual([[legacy?.uid, [1]]]);
  });
});
