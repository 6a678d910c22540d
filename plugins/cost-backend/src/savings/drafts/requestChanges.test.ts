import type { ContainerUse } from '@plimsoll/plugin-cost-node';
import { chartPath } from './chartPath';
import { requestChanges } from './requestChanges';

const MEBIBYTE = 2 ** 20;
const container: ContainerUse = {
  entityRef: 'component:default/checkout',
  namespace: 'shop',
  workload: 'checkout',
  workloadKind: 'Deployment',
  container: 'app',
  days: 30,
  points: 1_000,
  replicas: 3,
  request: { cpuCores: 0.5, memoryBytes: 512 * MEBIBYTE },
  limit: { cpuCores: 1, memoryBytes: 512 * MEBIBYTE },
  autoscaler: { minReplicas: 3, maxReplicas: 10, cpuTarget: 0.7 },
};
const at = (...names: string[]) => names.join('.');

describe('requestChanges', () => {
  it('writes what changes, and what it is now', () => {
    expect(
      requestChanges({
        container,
        request: { cpuCores: 0.3685, memoryBytes: 230.2 * MEBIBYTE },
        cpuTarget: 0.95,
        at,
      }),
    ).toEqual([
      { path: 'resources.requests.cpu', yaml: '369m', now: '500m' },
      { path: 'resources.requests.memory', yaml: '231Mi', now: '512Mi' },
      {
        path: 'autoscaling.targetCPUUtilizationPercentage',
        yaml: '95',
        now: '70',
      },
    ]);
    expect(
      requestChanges({ container, request: { cpuCores: 0.2 }, at }),
    ).toEqual([{ path: 'resources.requests.cpu', yaml: '200m', now: '500m' }]);
  });

  it('moves a limit that would be below its request', () => {
    expect(
      requestChanges({
        container,
        request: { memoryBytes: 640 * MEBIBYTE },
        at,
      }),
    ).toEqual([
      { path: 'resources.requests.memory', yaml: '640Mi', now: '512Mi' },
      { path: 'resources.limits.memory', yaml: '640Mi', now: '512Mi' },
    ]);
  });
});

describe('chartPath', () => {
  const second = { ...container, container: 'proxy' };
  const worker = { ...container, workload: 'checkout-worker' };
  const other = { ...container, workload: 'v1.batch' };
  const containers = [container, second, worker, other];

  it.each([
    [container, 'resources'],
    [second, 'proxy.resources'],
    [worker, 'worker.resources'],
    [other, String.raw`v1\.batch.resources`],
  ])('says where values usually stand: %#', (of, path) => {
    expect(chartPath({ container: of, containers })('resources')).toBe(path);
  });
});
