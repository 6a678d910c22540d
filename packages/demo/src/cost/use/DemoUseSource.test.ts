import { NODE_CORES, SHOP_NODES } from '../figures/nodes';
import { dayCharges } from '../bill/monthCharges';
import { DemoUseSource } from './DemoUseSource';
import { shopContainers } from './shopContainers';

const source = DemoUseSource.create({ name: 'use' });
const { signal } = new AbortController();

describe('DemoUseSource', () => {
  it('answers for the services that it is asked for', async () => {
    const containers = await source.readContainers({
      entityRefs: ['component:default/checkout', 'component:default/other'],
      signal,
    });
    expect(containers).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/checkout',
        replicas: 5,
        managedHeap: true,
        throttledRatio: 0,
      }),
      expect.objectContaining({
        workload: 'checkout-worker',
        interruptible: true,
      }),
    ]);
    const [{ request, cpuP95Cores }] = containers;
    expect(cpuP95Cores! / request.cpuCores!).toBeCloseTo(0.424, 2);
  });

  it('asks for no more than the cluster has', () => {
    const asked = shopContainers().reduce(
      (sum, { replicas, request }) => sum + replicas * request.cpuCores!,
      0,
    );
    expect(asked / (SHOP_NODES.length * NODE_CORES)).toBeGreaterThan(0.8);
    expect(asked / (SHOP_NODES.length * NODE_CORES)).toBeLessThan(1);
  });

  it('names idle resources as the bill does', async () => {
    const billed = new Set(
      dayCharges('2026-11-03').map(({ resource }) => resource?.id),
    );
    const idle = await source.readIdleResources();
    expect(idle).toHaveLength(5);
    for (const { resourceId } of idle) {
      expect(billed).toContain(resourceId);
    }
  });
});
