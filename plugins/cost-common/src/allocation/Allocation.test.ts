import { lineOf } from '../__testUtils__/lines';
import type { ChargeKey } from '../bill/ChargeKey';
import type { NodeUse } from '../use/NodeUse';
import { finishTurns } from '../turns/finishTurns';
import { Allocation } from './Allocation';

const CART = 'component:default/cart';
const PAY = 'component:default/pay';
const DATABASE = 'resource:default/orders-db';
const CLUSTER = 'resource:default/postgres';
const NODE = 'i-0c3a11112222aaaa1';

const use = (day: string, app: string): NodeUse => ({
  day,
  cluster: 'prod',
  providerId: `aws:///eu-west-1a/${NODE}`,
  node: 'ip-10-0-0-1',
  owner: { kind: 'workload', labels: { app }, namespace: 'shop' },
  listPrice: '1.00',
});

const allocation = finishTurns(
  Allocation.create({
    tags: ['service'],
    mapping: [
      { by: 'tag', value: 'cart', entityRef: CART },
      { by: 'label', value: 'cart', entityRef: CART },
      { by: 'label', value: 'pay', entityRef: PAY },
      { by: 'resource', value: 'orders', entityRef: DATABASE },
    ],
    dependencies: [
      { resourceRef: DATABASE, consumerRef: CLUSTER },
      { resourceRef: CLUSTER, consumerRef: DATABASE },
      { resourceRef: CLUSTER, consumerRef: PAY },
      { resourceRef: DATABASE, consumerRef: CART },
    ],
    rules: [{ name: 'platform', match: { product: 'EKS' }, pool: 'platform' }],
    pools: [{ name: 'platform', key: 'even' }],
    services: [CART, PAY],
    shares: [
      use('2026-11-02', 'cart'),
      { ...use('2026-11-02', ''), owner: { kind: 'idle' } },
      use('2026-11-03', 'pay'),
    ],
  }),
);

const servicesOf = (day: string, key: Partial<ChargeKey>) =>
  allocation.servicesOf({ ...lineOf({ key }), day });

describe('the services that a charge names', () => {
  const day = '2026-11-02';

  it('are its own, those that depend on its resource, and users of its machine', () => {
    expect(servicesOf(day, { tags: { service: 'cart' } })).toEqual([CART]);
    expect(servicesOf(day, { resourceId: 'orders' })).toEqual([CART, PAY]);
    expect(servicesOf(day, { resourceId: NODE })).toEqual([CART]);
    expect(servicesOf('2026-11-03', { resourceId: NODE })).toEqual([PAY]);
  });

  it('are none where everybody shares it, or nobody has it', () => {
    expect(servicesOf(day, { product: 'EKS' })).toEqual([]);
    expect(servicesOf(day, { tags: { service: 'nobody' } })).toEqual([]);
  });

  it('are one list for all charges of one name', () => {
    const list = servicesOf(day, { tags: { service: 'cart' } });
    expect(servicesOf('2026-11-09', { tags: { service: 'CART' } })).toBe(list);
  });
});
