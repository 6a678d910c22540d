import {
  type AllocatedCost,
  Allocation,
  type BillLine,
  COST_METRICS,
  finishTurns,
} from '@plimsoll/plugin-cost-common';
import fc from 'fast-check';
import { billLine } from '../../__testUtils__/insertBill';
import { PartMatcher } from './PartMatcher';

const line = fc
  .record({
    amount: fc.bigInt({ min: -20n, max: 50n }),
    service: fc.constantFrom('a', 'b', 'nobody'),
    product: fc.constantFrom('EKS', 'EC2', 'S3'),
    billingAccount: fc.constantFrom('one', 'two'),
    kind: fc.constantFrom('usage' as const, 'tax' as const),
    day: fc.constantFrom('2026-11-01', '2026-11-02'),
  })
  .map(
    ({ amount, service, product, billingAccount, kind, day }): BillLine =>
      billLine({
        day,
        amount,
        tags: { service },
        key: { product, billingAccount },
        line: { kind },
      }),
  );

function allocate(lines: BillLine[], keepCharge: boolean): AllocatedCost[] {
  const allocation = finishTurns(
    Allocation.create({
      mapping: ['a', 'b'].map(value => ({
        by: 'tag',
        value,
        entityRef: `component:default/${value}`,
      })),
      tags: ['service'],
      rules: [
        { name: 'platform', match: { product: 'EKS' }, pool: 'platform' },
      ],
      pools: [{ name: 'platform', key: 'even' }],
      services: ['a', 'b', 'c'].map(name => `component:default/${name}`),
      keepCharge,
    }),
  );
  allocation.add(lines);
  return [...allocation.costs()].flat();
}

function sums(
  costs: readonly AllocatedCost[],
  keyOf: (cost: AllocatedCost) => unknown,
): Record<string, bigint> {
  const all: Record<string, bigint> = {};
  for (const cost of costs) {
    for (const metric of COST_METRICS) {
      const key = `${metric} ${JSON.stringify(keyOf(cost))}`;
      all[key] = (all[key] ?? 0n) + cost.amounts[metric];
    }
  }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, sum]) => sum !== 0n)
      .sort(),
  );
}

const inPieces = (costs: readonly AllocatedCost[]) =>
  Array.from({ length: Math.ceil(costs.length / 3) }, (_, n) =>
    costs.slice(n * 3, n * 3 + 3),
  );

const partOf = ({ charge: _, amounts: __, ...part }: AllocatedCost) => part;

describe('PartMatcher', () => {
  it('adds up to what is shown, and stays with accounts and products', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), lines => {
        const whole = allocate(lines, false);
        const matcher = PartMatcher.create();
        inPieces(allocate(lines, true)).forEach(fine => matcher.add(fine));
        const parts = inPieces(whole).flatMap(piece => matcher.match(piece));
        parts.push(...[...matcher.rest()].flat());
        expect([...matcher.rest()]).toEqual([]);

        expect(sums(parts, partOf)).toEqual(sums(whole, partOf));
        expect(parts.every(({ charge }) => charge !== undefined)).toBe(true);
        // three services share a pool: each may be moved by as many nano-units
        const byCharge = (costs: readonly AllocatedCost[]) =>
          sums(costs, ({ charge, day, kind }) => [
            charge?.billingAccount,
            charge?.product,
            day,
            kind,
          ]);
        const wanted = byCharge(allocate(lines, true));
        const given = byCharge(parts);
        for (const key of new Set([
          ...Object.keys(wanted),
          ...Object.keys(given),
        ])) {
          const off = (given[key] ?? 0n) - (wanted[key] ?? 0n);
          expect(off >= -12n && off <= 12n).toBe(true);
        }
      }),
    );
  });
});
