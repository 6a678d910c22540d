import { aDeployment } from '../__fixtures__/workloads';
import { readDeployment } from './readDeployment';

const read = (options: Parameters<typeof aDeployment>[0]) =>
  readDeployment(aDeployment(options));
const progressing = (reason: string, status = 'True') => ({
  type: 'Progressing',
  status,
  reason,
  message: 'as the cluster words it',
  lastUpdateTime: '2026-11-20T08:05:00Z',
});

describe('readDeployment', () => {
  it('reads what is complete', () => {
    expect(
      read({
        revision: 4,
        labels: { environment: 'staging', 'plimsoll.dev/environment': 'prod' },
        annotations: { 'kubernetes.io/change-cause': 'Faster cart' },
      }),
    ).toMatchObject({
      kind: 'deployment',
      namespace: 'shop',
      name: 'checkout',
      serviceId: 'checkout',
      revision: 4,
      environment: 'prod',
      cause: 'Faster cart',
      progress: { phase: 'succeeded', at: '2026-11-20T08:00:30.000Z' },
    });
  });

  it.each([
    [{ updatedReplicas: 2 }],
    [{ replicas: 4 }],
    [{ availableReplicas: 2 }],
    [{ conditions: [progressing('ReplicaSetUpdated')] }],
    [{ conditions: [] }],
  ])('is on its way while %p', status => {
    expect(
      read({ status: { observedGeneration: 1, ...status } }),
    ).toMatchObject({
      progress: { phase: 'started' },
    });
  });

  it('is complete without replicas', () => {
    const none = { replicas: 0, updatedReplicas: 0, availableReplicas: 0 };
    expect(
      read({
        spec: { replicas: 0 },
        status: { observedGeneration: 1, ...none },
      }),
    ).toMatchObject({ progress: { phase: 'succeeded' } });
  });

  it('failed when it is past its deadline, in the words of the cluster', () => {
    const failure = {
      type: 'ReplicaFailure',
      status: 'True',
      reason: 'FailedCreate',
      message: 'exceeded quota',
    };
    expect(
      read({
        status: {
          observedGeneration: 1,
          conditions: [
            progressing('ProgressDeadlineExceeded', 'False'),
            failure,
          ],
        },
      })?.progress,
    ).toEqual({
      phase: 'failed',
      at: '2026-11-20T08:05:00.000Z',
      reason:
        'ProgressDeadlineExceeded: as the cluster words it; FailedCreate: exceeded quota',
    });
  });

  it.each([
    ['its controller has not looked at it', { generation: 2 }],
    ['it is paused', { spec: { paused: true } }],
    [
      'it has no revision',
      { annotations: { 'deployment.kubernetes.io/revision': '' } },
    ],
    ['it names no image', { images: [] }],
    [
      'it belongs to no service',
      { labels: { 'backstage.io/kubernetes-id': '' } },
    ],
  ])('waits while %s', (_, options) => {
    expect(read(options)).toBeUndefined();
  });
});
