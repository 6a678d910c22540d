import type { OpenCostAllocation } from './OpenCostAnswer';
import { OpenCostSource } from './OpenCostSource';

const row = { cpuCost: 1, ramCost: 1 } as OpenCostAllocation;

describe('OpenCostSource', () => {
  it('asks day by day, by node, namespace and the labels in their order', async () => {
    const allocations = jest.fn(async () => new Map([['n1/shop/cart', row]]));
    const assets = jest.fn(async () => []);
    const source = OpenCostSource.create({
      name: 'cluster',
      currency: 'USD',
      cluster: 'shop',
      labels: ['backstage.io/kubernetes-id'],
      client: { allocations, assets },
    });
    const { signal } = new AbortController();
    const use = await source.readUse({
      from: '2026-10-31',
      to: '2026-11-02',
      signal,
    });
    expect(allocations.mock.calls).toEqual(
      ['2026-10-31', '2026-11-01'].map(day => [
        {
          day,
          aggregate: ['node', 'namespace', 'label:backstage.io/kubernetes-id'],
          signal,
        },
      ]),
    );
    expect(use.map(({ day, owner }) => [day, owner])).toEqual(
      ['2026-10-31', '2026-11-01'].map(day => [
        day,
        {
          kind: 'workload',
          namespace: 'shop',
          labels: { backstage_io_kubernetes_id: 'cart' },
        },
      ]),
    );
  });

  it('is not known in part: a day that fails fails all', async () => {
    const source = OpenCostSource.create({
      name: 'cluster',
      currency: 'USD',
      cluster: 'shop',
      labels: ['app'],
      client: {
        allocations: async ({ day }) => {
          if (day === '2026-11-01') {
            throw new Error('no answer');
          }
          return new Map();
        },
        assets: async () => [],
      },
    });
    await expect(
      source.readUse({
        from: '2026-10-31',
        to: '2026-11-02',
        signal: new AbortController().signal,
      }),
    ).rejects.toThrow('no answer');
  });
});
