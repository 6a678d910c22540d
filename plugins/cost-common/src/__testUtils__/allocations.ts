import fc from 'fast-check';
import type { AllocateOptions } from '../allocation/AllocateOptions';
import { CHARGE_KINDS } from '../bill/ChargeKind';
import { COST_CATEGORIES } from '../bill/CostCategory';

const REFS = ['a', 'b', 'c', 'd'].map(name => `component:default/${name}`);
const RESOURCES = ['db', 'queue'].map(name => `resource:default/${name}`);
const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03'];
const NODES = ['i-0000000000000001', 'i-0000000000000002'];

const ref = fc.constantFrom(...REFS, ...RESOURCES);
const day = fc.constantFrom(...DAYS);
const value = fc.constantFrom('a', 'b', 'c', 'db', 'queue', 'nobody', '');
const amount = fc.oneof(
  fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
  fc.bigInt({ min: -3n, max: 3n }),
);
const amounts = fc.record({
  billed: amount,
  effective: amount,
  contracted: amount,
  list: amount,
});
const weight = fc.oneof(
  fc.nat(5),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);

const lines = fc.array(
  fc.record({
    key: fc.record(
      {
        billingAccount: fc.constant('1'),
        subAccount: fc.constantFrom('10', '20'),
        product: fc.constantFrom('EC2', 'EKS', 'Tax'),
        category: fc.constantFrom(...COST_CATEGORIES),
        resourceId: fc.constantFrom(
          `arn:aws:ec2:eu:1:instance/${NODES[0]}`,
          NODES[1],
          'arn:aws:rds:eu:1:db:orders',
          'vol-1',
        ),
        tags: fc.dictionary(fc.constantFrom('service', 'app'), value, {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        splitByProvider: fc.boolean(),
      },
      { requiredKeys: ['billingAccount', 'product', 'category', 'tags'] },
    ),
    day,
    billingMonth: fc.constantFrom('2026-11-01', '2026-12-01'),
    kind: fc.constantFrom(...CHARGE_KINDS),
    currency: fc.constantFrom('USD', 'EUR'),
    amounts,
  }),
  { maxLength: 25 },
);

const mapping = fc.array(
  fc.oneof(
    fc.record({
      by: fc.constantFrom('tag' as const, 'label' as const),
      key: fc.option(fc.constantFrom('service', 'app'), { nil: undefined }),
      value,
      entityRef: ref,
    }),
    fc.record({
      by: fc.constantFrom('resource' as const, 'sub-account' as const),
      value: fc.constantFrom('orders', 'vol-1', '10'),
      entityRef: ref,
    }),
  ),
  { maxLength: 10 },
);

const shares = fc.array(
  fc.record({
    day,
    cluster: fc.constantFrom('prod', 'stage'),
    providerId: fc.constantFrom(...NODES.map(id => `aws:///eu-1a/${id}`)),
    node: fc.constant('n'),
    owner: fc.oneof(
      fc.record({
        kind: fc.constant('workload' as const),
        labels: fc.record({ app: value }),
      }),
      fc.record({ kind: fc.constantFrom('idle', 'unallocated') }),
    ),
    listPrice: fc.constantFrom('0', '-0.5', '1.25', '0.00003', '7'),
  }),
  { maxLength: 12 },
);

const rules = fc.uniqueArray(
  fc.record(
    {
      name: fc.constantFrom('r1', 'r2', 'r3'),
      match: fc.record(
        {
          product: fc.constantFrom('E*', 'Tax', 'nothing'),
          kind: fc.constantFrom(...CHARGE_KINDS),
        },
        { requiredKeys: [] },
      ),
      pool: fc.constantFrom('platform', 'requests', 'closed', 'unknown'),
    },
    { requiredKeys: ['name', 'match', 'pool'] },
  ),
  { maxLength: 3, selector: ({ name }) => name },
);

const pools = fc.record({
  key: fc.constantFrom('even', 'cost', 'requests', 'weight'),
  weights: fc.dictionary(fc.constantFrom(...REFS), weight, {
    noNullPrototype: true,
  }),
});

/** Bills of all kinds, with everything that may decide about them. */
export const allocations: fc.Arbitrary<AllocateOptions> = fc
  .record({
    lines,
    mapping,
    rules,
    tags: fc.constantFrom(['service', 'app'], ['app'], []),
    services: fc.subarray(REFS),
    pool: pools,
    dependencies: fc.uniqueArray(
      fc.record(
        {
          resourceRef: fc.constantFrom(...RESOURCES),
          consumerRef: ref,
          weight,
          key: fc.constantFrom('even', 'weight', 'requests'),
        },
        { requiredKeys: ['resourceRef', 'consumerRef'] },
      ),
      { maxLength: 6, selector: d => `${d.resourceRef} ${d.consumerRef}` },
    ),
    shares,
    volumes: fc.array(
      fc.record({ entityRef: fc.constantFrom(...REFS), day, volume: weight }),
      { maxLength: 8 },
    ),
  })
  .map(({ pool, ...options }) => ({
    ...options,
    pools: [
      { name: 'platform', ...pool },
      { name: 'requests', key: 'requests', members: REFS.slice(0, 3) },
      { name: 'closed', key: 'even', members: [] },
    ],
  })) as fc.Arbitrary<AllocateOptions>;

/** The same bill with everything in another order. */
export function reshuffled(
  options: AllocateOptions,
): fc.Arbitrary<AllocateOptions> {
  const mixed = <T>(all: readonly T[] = []) =>
    fc.shuffledSubarray([...all], {
      minLength: all.length,
      maxLength: all.length,
    });
  return fc
    .record({
      lines: mixed(options.lines),
      mapping: mixed(options.mapping),
      services: mixed(options.services),
      pools: mixed(options.pools),
      dependencies: mixed(options.dependencies),
      shares: mixed(options.shares),
      volumes: mixed(options.volumes),
    })
    .map(parts => ({ ...options, ...parts }));
}
