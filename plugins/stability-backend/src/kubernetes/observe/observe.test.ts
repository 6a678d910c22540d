import { aVersion, at, aWorkload } from '../__fixtures__/workloads';
import { type Workload, workloadKey } from '../workload/Workload';
import {
  type ClusterState,
  emptyCluster,
  readClusters,
  writeClusters,
} from './ClusterState';
import { type ClusterChange, observe } from './observe';

const change = (workload: Workload): ClusterChange => ({
  key: workloadKey(workload),
  workload,
});

function look(
  before: ClusterState,
  changes: ClusterChange[],
  options: { isComplete?: boolean; at?: string; environment?: string } = {},
) {
  return observe({
    cluster: 'eu',
    environment: options.environment,
    before,
    now: {
      kind: 'deployment',
      changes,
      isComplete: options.isComplete ?? false,
      resourceVersion: '7',
    },
    at: options.at ?? at('09:00:00'),
  });
}

const known = look(emptyCluster(), [change(aWorkload())], {
  isComplete: true,
}).after;
const starting = aWorkload({
  revision: 2,
  version: aVersion('v2'),
  progress: { phase: 'started', at: at('09:10:00') },
});

describe('observe', () => {
  it('keeps from where the next look has to go on', () => {
    expect(known.kinds).toEqual({
      deployment: { since: at('09:00:00'), resourceVersion: '7' },
    });
  });

  it('tells the first version of what was created since the first look only', () => {
    const older = aWorkload({ name: 'cart', createdAt: at('08:59:59') });
    const newer = aWorkload({ name: 'cart', createdAt: at('09:00:00') });
    expect(look(known, [change(older)]).drafts).toEqual([]);
    expect(look(known, [change(newer)]).drafts).toHaveLength(1);
  });

  it('sees every step of a workload that changed several times', () => {
    const { drafts } = look(known, [
      change(starting),
      change({ ...starting, revision: 3, version: aVersion('v3') }),
    ]);
    expect(drafts.map(({ id }) => id.split(':').slice(-2).join(' '))).toEqual([
      '2 started',
      '2 superseded',
      '3 started',
    ]);
  });

  it('takes the environment of the workload, of the cluster, then the namespace', () => {
    const environments = [
      look(known, [change({ ...starting, environment: 'prod-eu' })], {
        environment: 'prod',
      }),
      look(known, [change(starting)], { environment: 'prod' }),
      look(known, [change(starting)]),
    ].map(
      ({ drafts: [draft] }) => draft.kind === 'deployment' && draft.environment,
    );
    expect(environments).toEqual(['prod-eu', 'prod', 'shop']);
  });

  it('ends what was deleted on its way, once, and knows it when it comes back', () => {
    const before = look(known, [change(starting)]).after;
    const gone = look(before, [{ ...change(starting), isGone: true }]);
    expect(gone.drafts).toEqual([
      expect.objectContaining({ phase: 'canceled', environment: 'shop' }),
    ]);
    expect(look(gone.after, [], { isComplete: true }).drafts).toEqual([]);
    expect(look(gone.after, [change(aWorkload())]).drafts).toEqual([]);
  });

  it('notices in a whole list what is missing, of its own kind', () => {
    const rollout = { ...starting, kind: 'rollout' as const };
    const before = look(known, [change(starting), change(rollout)]).after;
    const { drafts } = look(before, [], { isComplete: true });
    expect(drafts).toHaveLength(0 + 1);
    expect(drafts[0].id).toContain(':deployment:');
  });

  it('does not miss what is there but cannot be read yet', () => {
    const before = look(known, [change(starting)]).after;
    const { drafts } = look(before, [{ key: workloadKey(starting) }], {
      isComplete: true,
    });
    expect(drafts).toEqual([]);
  });

  it('forgets after a month what is gone', () => {
    const { after } = look(known, [], { isComplete: true });
    expect(Object.keys(after.workloads)).toHaveLength(1);
    const later = look(after, [], { at: '2026-12-21T09:00:00.000Z' });
    expect(later.after.workloads).toEqual({});
  });
});

describe('readClusters', () => {
  it('reads what was written and begins anew with what it cannot read', () => {
    expect(readClusters(writeClusters({ eu: known }))).toEqual({ eu: known });
    expect(readClusters(undefined)).toEqual({});
    expect(readClusters('{"clusters":{"eu":1}}')).toEqual({});
    expect(readClusters('?')).toEqual({});
  });
});
