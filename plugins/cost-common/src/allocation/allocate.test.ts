import { lineOf, money } from '../__testUtils__/lines';
import { formatAmount } from '../money/formatAmount';
import type { NodeUse } from '../use/NodeUse';
import type { AllocatedCost } from './AllocatedCost';
import type { AllocateOptions } from './AllocateOptions';
import { allocate } from './allocate';

const CHECKOUT = 'component:default/checkout';
const CART = 'component:default/cart';
const SEARCH = 'component:default/search';
const DATABASE = 'resource:default/orders-db';
const NODE = 'i-0c3a11112222aaaa1';

const mapping: AllocateOptions['mapping'] = [
  { by: 'tag', key: 'service', value: 'checkout', entityRef: CHECKOUT },
  { by: 'tag', key: 'service', value: 'cart', entityRef: CART },
  { by: 'label', value: 'checkout', entityRef: CHECKOUT },
  { by: 'label', value: 'cart', entityRef: CART },
  { by: 'resource', value: 'orders', entityRef: DATABASE },
];

/** Who has what, in short. */
function shortly(costs: readonly AllocatedCost[]): string[] {
  return costs.map(({ entityRef, pool, basis, amounts }) =>
    [
      entityRef?.split('/')[1] ?? pool,
      formatAmount(amounts.effective),
      ...(basis ? Object.values(basis) : []),
    ].join(' '),
  );
}

function given(options: Partial<AllocateOptions>): string[] {
  return shortly(
    allocate({ lines: [lineOf()], mapping, tags: ['service'], ...options }),
  );
}

function useOf(
  app: string | 'idle' | 'unallocated',
  listPrice: string,
  rest: Partial<NodeUse> = {},
): NodeUse {
  return {
    day: '2026-11-02',
    cluster: 'prod',
    providerId: `aws:///eu-west-1a/${NODE}`,
    node: 'ip-10-0-0-1',
    owner:
      app === 'idle' || app === 'unallocated'
        ? { kind: app }
        : { kind: 'workload', labels: { app }, namespace: 'shop' },
    listPrice,
    ...rest,
  };
}

const nodeLine = lineOf({
  key: { resourceId: `arn:aws:ec2:eu-west-1:1234:instance/${NODE}` },
});

describe('allocate', () => {
  it('leaves what nothing names unallocated, as a line of its own', () => {
    expect(given({})).toEqual(['unallocated 10.00']);
  });

  it('goes by tags in the configured order, whatever their case', () => {
    const lines = [
      lineOf({ key: { tags: { app: 'checkout', service: ' CART ' } } }),
    ];
    const both = [
      ...mapping,
      { by: 'tag' as const, value: 'checkout', entityRef: CHECKOUT },
    ];
    expect(given({ lines, mapping: both, tags: ['service', 'app'] })).toEqual([
      'cart 10.00 direct tag:service',
    ]);
    expect(given({ lines, mapping: both, tags: ['app', 'service'] })).toEqual([
      'checkout 10.00 direct tag:app',
    ]);
    expect(given({ lines, mapping: both, tags: [] })).toEqual([
      'unallocated 10.00',
    ]);
  });

  it('tries the next tag where one says nothing that is known', () => {
    const lines = [lineOf({ key: { tags: { app: 'x', service: 'cart' } } })];
    expect(given({ lines, tags: ['app', 'service'] })).toEqual([
      'cart 10.00 direct tag:service',
    ]);
  });

  it('never guesses between two services that claim the same tag', () => {
    const lines = [lineOf({ key: { tags: { service: 'cart' } } })];
    const contested = [
      ...mapping,
      { by: 'tag' as const, key: 'service', value: 'CART', entityRef: SEARCH },
    ];
    expect(given({ lines, mapping: contested })).toEqual(['unallocated 10.00']);
    // Nor does a claim on any tag help while this one is contested.
    const any = { by: 'tag' as const, value: 'cart', entityRef: CART };
    expect(given({ lines, mapping: [...contested, any] })).toEqual([
      'unallocated 10.00',
    ]);
    expect(given({ lines, mapping: [...mapping, ...mapping] })).toEqual([
      'cart 10.00 direct tag:service',
    ]);
  });

  it('lets a rule decide before tags, the first that matches', () => {
    const lines = [lineOf({ key: { tags: { service: 'cart' } } })];
    const rules = [
      { name: 'none', match: {}, to: CART },
      { name: 'other', match: { product: 'Amazon S3' }, to: CART },
      { name: 'ec2', match: { product: 'amazon *' }, to: SEARCH },
      { name: 'late', match: { product: 'Amazon EC2' }, to: CHECKOUT },
    ];
    expect(given({ lines, rules })).toEqual(['search 10.00 rule ec2']);
  });

  it('refuses a rule that leads nowhere or to two places', () => {
    const match = { product: 'x' };
    expect(() => given({ rules: [{ name: 'r', match }] })).toThrow(
      'The allocation rule "r" must name either a service (to) or a pool',
    );
    expect(() =>
      given({ rules: [{ name: 'r', match, to: CART, pool: 'p' }] }),
    ).toThrow('must name either');
  });

  it('finds a resource by the end of its ARN', () => {
    const lines = [
      lineOf({
        key: {
          product: 'Amazon RDS',
          resourceId: 'arn:aws:rds:eu-west-1:1234:db:orders',
        },
      }),
    ];
    expect(given({ lines })).toEqual([
      'orders-db 10.00 direct resource:Amazon RDS',
    ]);
  });

  it('gives what is left of a product or an account to whom it belongs', () => {
    const whole = [
      { by: 'product' as const, value: 'amazon ec2', entityRef: SEARCH },
      { by: 'sub-account' as const, value: '77', entityRef: CART },
    ];
    expect(given({ mapping: whole })).toEqual([
      'search 10.00 direct product:Amazon EC2',
    ]);
    expect(
      given({
        mapping: whole,
        lines: [lineOf({ key: { product: 'RDS', subAccount: '77' } })],
      }),
    ).toEqual(['cart 10.00 direct sub-account:77']);
  });

  it('keeps tax, credits and refunds apart', () => {
    const key = { tags: { service: 'cart' } };
    const costs = allocate({
      lines: [
        lineOf({ key }),
        lineOf({ key, kind: 'tax', cost: '2' }),
        lineOf({ key, kind: 'credit', cost: '-3' }),
        lineOf({ key, kind: 'refund', cost: '-1' }),
        lineOf({ key, currency: 'EUR', cost: '4' }),
      ],
      mapping,
      tags: ['service'],
    });
    expect(
      costs.map(({ kind, currency, amounts }) => [
        kind,
        currency,
        formatAmount(amounts.billed),
      ]),
    ).toEqual([
      ['usage', 'EUR', '4.00'],
      ['credit', 'USD', '-3.00'],
      ['refund', 'USD', '-1.00'],
      ['tax', 'USD', '2.00'],
      ['usage', 'USD', '10.00'],
    ]);
  });

  it('leaves out what costs nothing by any metric, and only that', () => {
    const free = lineOf({ cost: '0' });
    const covered = lineOf({ day: '2026-11-03' });
    covered.amounts = { ...money('0'), effective: 5n };
    expect(given({ lines: [free, covered] })).toEqual([
      'unallocated 0.000000005',
    ]);
  });
});

describe('allocate, with the use of a cluster', () => {
  const shares = [
    useOf('checkout', '0.5'),
    useOf('cart', '0.3'),
    useOf('idle', '0.1'),
    useOf('nobody', '0.1'),
  ];

  it('splits the billed cost of a node by list price, idle apart', () => {
    expect(given({ lines: [nodeLine], shares })).toEqual([
      'cart 3.00 cluster prod',
      'checkout 5.00 cluster prod',
      'idle 1.00 cluster prod',
      'unallocated 1.00 cluster prod',
    ]);
  });

  it.each([
    ['arn:aws:ec2:eu-west-1:1234:instance/i-0c3a11112222aaaa1', NODE],
    [
      '/subscriptions/1/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/VM1',
      'azure:///subscriptions/1/resourcegroups/rg/providers/Microsoft.Compute/virtualMachines/vm1',
    ],
    [
      '//compute.googleapis.com/projects/shop/zones/europe-west1-b/instances/node-1',
      'gce://shop/europe-west1-b/node-1',
    ],
    ['ip-10-0-0-1', undefined],
  ])('finds the node %s', (resourceId, providerId) => {
    expect(
      given({
        lines: [lineOf({ key: { resourceId } })],
        shares: [useOf('cart', '1', { providerId })],
      }),
    ).toEqual(['cart 10.00 cluster prod']);
  });

  it('takes a day that the cluster does not tell of for like the others', () => {
    const lines = [{ ...nodeLine, day: '2026-11-09' }];
    const days = [
      useOf('cart', '1'),
      useOf('cart', '1', { day: '2026-11-03' }),
      useOf('checkout', '3', { day: '2026-11-03' }),
    ];
    expect(given({ lines, shares: days })).toEqual([
      'cart 4.00 cluster prod',
      'checkout 6.00 cluster prod',
    ]);
  });

  it('takes no part of negative idle', () => {
    expect(
      given({
        lines: [nodeLine],
        shares: [useOf('cart', '1'), useOf('idle', '-0.4')],
      }),
    ).toEqual(['cart 10.00 cluster prod']);
  });

  it('goes by labels in order, then by the namespace', () => {
    const byNamespace = [
      ...mapping,
      {
        by: 'label' as const,
        key: 'namespace',
        value: 'shop',
        entityRef: SEARCH,
      },
    ];
    expect(
      given({ lines: [nodeLine], shares, mapping: byNamespace }),
    ).toContain('search 1.00 cluster prod');
    const use = useOf('cart', '1', {
      owner: {
        kind: 'workload',
        labels: { app: 'cart', backstage_io_kubernetes_id: 'checkout' },
      },
    });
    expect(given({ lines: [nodeLine], shares: [use] })).toEqual([
      'checkout 10.00 cluster prod',
    ]);
  });

  it('leaves alone what the provider has split', () => {
    const split = lineOf({ key: { ...nodeLine.key, splitByProvider: true } });
    const tagged = lineOf({
      key: {
        ...nodeLine.key,
        splitByProvider: true,
        tags: { service: 'cart' },
      },
    });
    expect(given({ lines: [split, tagged], shares })).toEqual([
      'cart 10.00 direct tag:service',
      'unallocated 10.00',
    ]);
  });

  it('lets a tag on the node decide for it', () => {
    const lines = [
      lineOf({ key: { ...nodeLine.key, tags: { service: 'cart' } } }),
    ];
    expect(given({ lines, shares })).toEqual(['cart 10.00 direct tag:service']);
  });
});

describe('allocate, with a split that was exported', () => {
  it.each(['idle', 'shared', 'residue'])('keeps what is %s', pool => {
    const resourceId = `plimsoll.dev/pool:${pool}`;
    const lines = [lineOf({ key: { resourceId } })];
    expect(given({ lines })).toEqual([`${pool} 10.00`]);
    // what a service owns, or a rule names, is before it
    const rules = [{ name: 'mine', match: { resourceId }, to: CART }];
    expect(given({ lines, rules })).toEqual(['cart 10.00 rule mine']);
  });

  it('takes no other resource for a pool', () => {
    const lines = [
      lineOf({ key: { resourceId: 'plimsoll.dev/pool:unallocated' } }),
      lineOf({ key: { resourceId: 'idle' } }),
    ];
    expect(given({ lines })).toEqual(['unallocated 20.00']);
  });
});

describe('allocate, with resources that services depend on', () => {
  const lines = [
    lineOf({ key: { product: 'Amazon RDS', resourceId: 'orders' } }),
  ];
  const consumers = [CHECKOUT, CART].map(consumerRef => ({
    resourceRef: DATABASE,
    consumerRef,
  }));

  it('shares them evenly, by weight, or by requests', () => {
    expect(given({ lines, dependencies: consumers })).toEqual([
      `cart 5.00 dependency ${DATABASE} even`,
      `checkout 5.00 dependency ${DATABASE} even`,
    ]);
    const weighed = [{ ...consumers[0], weight: 4 }, consumers[1]];
    expect(given({ lines, dependencies: weighed })).toEqual([
      `cart 2.00 dependency ${DATABASE} weight`,
      `checkout 8.00 dependency ${DATABASE} weight`,
    ]);
    const byRequests = consumers.map(one => ({
      ...one,
      key: 'requests' as const,
    }));
    const volumes = [
      { entityRef: CART, day: '2026-11-02', volume: 900 },
      { entityRef: CHECKOUT, day: '2026-11-02', volume: 100 },
    ];
    expect(given({ lines, dependencies: byRequests, volumes })).toEqual([
      `cart 9.00 dependency ${DATABASE} requests`,
      `checkout 1.00 dependency ${DATABASE} requests`,
    ]);
  });

  it('shares evenly, and says so, where the key knows nothing', () => {
    const dependencies = consumers.map(one => ({
      ...one,
      key: 'requests' as const,
    }));
    expect(given({ lines, dependencies })).toEqual([
      `cart 5.00 dependency ${DATABASE} even requests`,
      `checkout 5.00 dependency ${DATABASE} even requests`,
    ]);
    const volumes = [{ entityRef: CART, day: '2026-08-05', volume: 1 }];
    expect(given({ lines, dependencies, volumes })).toEqual([
      `cart 10.00 dependency ${DATABASE} requests 2026-08-01`,
    ]);
    const zero = consumers.map(one => ({ ...one, weight: 0 }));
    expect(given({ lines, dependencies: zero })[0]).toBe(
      `cart 5.00 dependency ${DATABASE} even`,
    );
  });

  it('follows resources that depend on resources, but in no circle', () => {
    const queue = 'resource:default/queue';
    expect(
      given({
        lines,
        dependencies: [
          { resourceRef: DATABASE, consumerRef: queue },
          { resourceRef: queue, consumerRef: CART },
          { resourceRef: queue, consumerRef: DATABASE },
        ],
      }),
    ).toEqual([
      `cart 5.00 dependency ${queue} even`,
      `orders-db 5.00 dependency ${queue} even`,
    ]);
  });
});

describe('allocate, with shared pools', () => {
  const rules = [{ name: 'k', match: { product: 'Amazon EKS' }, pool: 'k' }];
  const shared = lineOf({ key: { product: 'Amazon EKS' }, cost: '10' });
  const services = [SEARCH, CHECKOUT, CART];
  const ofCart = lineOf({ key: { tags: { service: 'cart' } }, cost: '30' });
  const ofCheckout = lineOf({
    key: { tags: { service: 'checkout' } },
    cost: '10',
  });

  function sharedBy(
    pool: Partial<NonNullable<AllocateOptions['pools']>[number]>,
    options: Partial<AllocateOptions> = {},
  ) {
    return given({
      lines: [shared, ofCart, ofCheckout],
      rules,
      services,
      pools: [{ name: 'k', key: 'even', ...pool }],
      ...options,
    }).filter(text => text.includes('shared'));
  }

  it('shares evenly to the last nano-unit', () => {
    expect(sharedBy({})).toEqual([
      'cart 3.333333334 shared k even',
      'checkout 3.333333333 shared k even',
      'search 3.333333333 shared k even',
    ]);
    expect(sharedBy({ members: [CART] })).toEqual(['cart 10.00 shared k even']);
  });

  it('is not shared by those who are excepted', () => {
    expect(sharedBy({ except: [SEARCH] })).toEqual([
      'cart 5.00 shared k even',
      'checkout 5.00 shared k even',
    ]);
  });

  it('shares by what services cost without it on the day', () => {
    expect(sharedBy({ key: 'cost' })).toEqual([
      'cart 7.50 shared k cost',
      'checkout 2.50 shared k cost',
    ]);
    // The month decides where nobody had a cost on the day.
    const later = { ...shared, day: '2026-11-20' };
    expect(
      sharedBy({ key: 'cost' }, { lines: [later, ofCart, ofCheckout] }),
    ).toEqual(['cart 7.50 shared k cost', 'checkout 2.50 shared k cost']);
  });

  it('does not share by costs in another currency', () => {
    const euros = { ...shared, currency: 'EUR' };
    expect(sharedBy({ key: 'cost' }, { lines: [euros, ofCart] })).toHaveLength(
      3,
    );
  });

  it('takes what was credited below zero for no part', () => {
    const credited = { ...ofCheckout, amounts: money('-20') };
    expect(
      sharedBy({ key: 'cost' }, { lines: [shared, ofCart, credited] }),
    ).toEqual(['cart 10.00 shared k cost']);
  });

  it('shares by weights and by requests', () => {
    expect(
      sharedBy({ key: 'weight', weights: { [CART]: 1, [SEARCH]: 4 } }),
    ).toEqual(['cart 2.00 shared k weight', 'search 8.00 shared k weight']);
    expect(
      sharedBy(
        { key: 'requests' },
        { volumes: [{ entityRef: CART, day: '2026-11-05', volume: 1 }] },
      ),
    ).toEqual(['cart 10.00 shared k requests 2026-11-01']);
  });

  it('shares as in the nearest known month where the day has no requests', () => {
    const volume = (entityRef: string, day: string, count: number) => ({
      entityRef,
      day,
      volume: count,
    });
    const byRequests = (
      volumes: NonNullable<AllocateOptions['volumes']>,
      pool: Parameters<typeof sharedBy>[0] = {},
    ) => sharedBy({ key: 'requests', ...pool }, { volumes });

    // lines are of 2 November 2026
    expect(
      byRequests([
        volume(CART, '2025-11-02', 9),
        volume(CART, '2027-01-10', 1),
        volume(CART, '2027-01-11', 2),
        volume(SEARCH, '2027-01-11', 7),
      ]),
    ).toEqual([
      'cart 3.00 shared k requests 2027-01-01',
      'search 7.00 shared k requests 2027-01-01',
    ]);
    // the earlier of two that are as near
    expect(
      byRequests([
        volume(SEARCH, '2026-12-01', 1),
        volume(CART, '2026-10-31', 1),
      ]),
    ).toEqual(['cart 10.00 shared k requests 2026-10-01']);
    // a month in which those who share it had none says nothing
    expect(
      byRequests(
        [volume(SEARCH, '2026-10-31', 1), volume(CART, '2026-08-31', 1)],
        { members: [CART, CHECKOUT] },
      ),
    ).toEqual(['cart 10.00 shared k requests 2026-08-01']);
    // the day's own before all others
    expect(
      byRequests([
        volume(SEARCH, '2026-11-03', 1),
        volume(CHECKOUT, '2026-11-02', 1),
      ]),
    ).toEqual(['checkout 10.00 shared k requests']);
  });

  it('says what it was to be shared by where nothing is ever known', () => {
    expect(sharedBy({ key: 'requests', members: [CART] })).toEqual([
      'cart 10.00 shared k even requests',
    ]);
    expect(sharedBy({ key: 'weight', members: [CART] })).toEqual([
      'cart 10.00 shared k even weight',
    ]);
  });

  it('keeps a pool that nobody shares as a line of its own', () => {
    expect(sharedBy({ members: [] })).toEqual(['shared 10.00 shared k even']);
    expect(sharedBy({}, { pools: [] })).toEqual(['shared 10.00 shared k even']);
  });
});
