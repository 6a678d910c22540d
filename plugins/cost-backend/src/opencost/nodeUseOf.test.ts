import fc from 'fast-check';
import { nodeUseOf } from './nodeUseOf';
import type { OpenCostAllocation } from './OpenCostAnswer';

const row = (
  cpuCost: number,
  more: Partial<OpenCostAllocation> = {},
): OpenCostAllocation => ({
  properties: { node: 'n1', cluster: 'shop', providerID: 'i-0abc' },
  cpuCoreHours: 0,
  ramByteHours: 0,
  cpuCost,
  cpuCostAdjustment: 0,
  gpuCost: 0,
  gpuCostAdjustment: 0,
  ramCost: 0,
  ramCostAdjustment: 0,
  pvCost: 0,
  pvCostAdjustment: 0,
  networkCost: 0,
  networkCostAdjustment: 0,
  loadBalancerCost: 0,
  loadBalancerCostAdjustment: 0,
  ...more,
});

const use = (
  allocations: Record<string, OpenCostAllocation>,
  assets: Parameters<typeof nodeUseOf>[0]['assets'] = [],
) =>
  nodeUseOf({
    day: '2026-11-17',
    allocations: new Map(Object.entries(allocations)),
    assets,
    labels: ['backstage_io_kubernetes_id', 'app_kubernetes_io_name'],
    cluster: 'default',
  });

const asset = (name: string, cpuCost: number, providerID?: string) => ({
  type: 'Node',
  properties: { name, providerID },
  cpuCost,
  gpuCost: 0,
  ramCost: 0,
});

describe('nodeUseOf', () => {
  it('names owners by their labels, then by their namespace', () => {
    const owners = use({
      'n1/shop/cart/__unallocated__': row(1),
      'n1/shop/backstage_io_kubernetes_id=pay/app_kubernetes_io_name=pay-app':
        row(1),
      'n1/kube-system/__unallocated__/__unallocated__': row(1),
      'n1/__unallocated__/__unallocated__/__unallocated__': row(1),
    }).map(({ owner }) => owner);
    expect(owners).toEqual([
      {
        kind: 'workload',
        namespace: 'shop',
        labels: { backstage_io_kubernetes_id: 'cart' },
      },
      {
        kind: 'workload',
        namespace: 'shop',
        labels: {
          backstage_io_kubernetes_id: 'pay',
          app_kubernetes_io_name: 'pay-app',
        },
      },
      { kind: 'workload', namespace: 'kube-system', labels: {} },
      { kind: 'unallocated' },
    ]);
  });

  it('counts what nodes are for, adjusted, and nothing else', () => {
    const [{ listPrice, providerId, cluster }] = use({
      'n1/shop/cart': row(1, {
        cpuCostAdjustment: -0.25,
        ramCost: 0.5,
        gpuCost: 2,
      }),
      '__unmounted__/shop': row(50),
    });
    expect(Number(listPrice)).toBe(3.25);
    expect(providerId).toBe('i-0abc');
    expect(cluster).toBe('shop');
  });

  it('keeps volumes and network beside the node, and out of its split', () => {
    const [share] = use({
      'n1/shop/cart': row(1, {
        pvCost: 0.5,
        pvCostAdjustment: -0.25,
        networkCost: 0.125,
        loadBalancerCost: 2,
      }),
    });
    expect(share).toMatchObject({
      listPrice: '1.000000000',
      storageListPrice: '0.250000000',
      networkListPrice: '2.125000000',
    });
    expect(use({ 'n1/shop/cart': row(1) })[0]).not.toHaveProperty(
      'storageListPrice',
    );
  });

  it('knows what was idle on a node by what the node cost', () => {
    const idle = use(
      { 'n1/shop/cart': row(3), __idle__: row(99, { properties: {} }) },
      [asset('other', 10, 'i-0abc'), asset('n1', 1, 'i-0def')],
    ).filter(({ owner }) => owner.kind === 'idle');
    expect(idle).toEqual([
      expect.objectContaining({ node: 'n1', listPrice: '7.000000000' }),
    ]);
  });

  it('spreads what was idle by what was used where prices are not known', () => {
    const second = { properties: { node: 'n2', cluster: 'shop' } };
    const idle = use({
      'n1/shop/cart': row(3),
      'n2/shop/cart': row(1, second),
      __idle__: row(2, { properties: null }),
    }).filter(({ owner }) => owner.kind === 'idle');
    expect(
      idle.map(({ node, listPrice }) => [node, Number(listPrice)]),
    ).toEqual([
      ['n1', 1.5],
      ['n2', 0.5],
    ]);
  });

  it('shows no idle below nothing', () => {
    expect(
      use({ 'n1/shop/cart': row(3), __idle__: row(-1) }, [asset('n1', 2)]),
    ).toHaveLength(1);
    expect(use({ __idle__: row(5) })).toEqual([]);
  });

  it('adds up to used and idle, whatever it is made of', () => {
    const cost = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(
        fc.array(cost, { minLength: 1, maxLength: 8 }),
        cost,
        (costs, idle) => {
          const allocations = Object.fromEntries(
            costs.map((each, index) => [
              `n${index % 3}/shop/s${index}`,
              row(each, { properties: { node: `n${index % 3}` } }),
            ]),
          );
          const used = costs.reduce((sum, each) => sum + each, 0);
          const sum = use({ ...allocations, __idle__: row(idle) }).reduce(
            (all, { listPrice }) => all + Number(listPrice),
            0,
          );
          expect(sum).toBeCloseTo(used > 0 ? used + idle : used, 6);
        },
      ),
    );
  });
});
