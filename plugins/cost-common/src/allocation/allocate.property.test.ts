import fc from 'fast-check';
import { allocations, reshuffled } from '../__testUtils__/allocations';
import type { BillLine } from '../bill/BillLine';
import { COST_METRICS } from '../bill/CostAmounts';
import { addAmounts, NO_COST } from '../money/sumAmounts';
import type { AllocatedCost } from './AllocatedCost';
import { allocate } from './allocate';
import { conservationOf } from './conservationOf';

/** `COST_PROPERTY_RUNS=1000000` looks longer. */
const numRuns = Number(process.env.COST_PROPERTY_RUNS ?? 2_000);

/** Sums by all that allocation must keep; what is nothing is left out. */
function sums(all: readonly (BillLine | AllocatedCost)[]) {
  const found = new Map<string, typeof NO_COST>();
  for (const one of all) {
    const category = 'key' in one ? one.key.category : one.category;
    const key = [one.billingMonth, one.day, category, one.kind, one.currency];
    const name = key.join(' ');
    found.set(name, addAmounts(found.get(name) ?? NO_COST, one.amounts));
  }
  return Object.fromEntries(
    [...found]
      .filter(([, amounts]) =>
        COST_METRICS.some(metric => amounts[metric] !== 0n),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'bigint' ? `${part}n` : part,
  );
}

describe('allocate', () => {
  it('keeps every sum by metric, currency, kind, category, day and month', () => {
    fc.assert(
      fc.property(allocations, options => {
        expect(sums(allocate(options))).toEqual(sums(options.lines));
      }),
      { numRuns },
    );
  }, 3_600_000);

  it('gives the same whatever the order of what it is given', () => {
    fc.assert(
      fc.property(
        allocations.chain(options =>
          fc.tuple(fc.constant(options), reshuffled(options)),
        ),
        ([options, mixed]) => {
          expect(text(allocate(mixed))).toBe(text(allocate(options)));
        },
      ),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  }, 3_600_000);

  it('gives each part to one service or one pool, once', () => {
    fc.assert(
      fc.property(allocations, options => {
        const costs = allocate(options);
        const names = costs.map(({ amounts, ...rest }) => text(rest));
        expect(new Set(names).size).toBe(costs.length);
        for (const { entityRef, pool } of costs) {
          expect((entityRef === undefined) !== (pool === undefined)).toBe(true);
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  }, 3_600_000);

  it('never changes what it was given', () => {
    fc.assert(
      fc.property(allocations, options => {
        const before = text(options);
        allocate(options);
        expect(text(options)).toBe(before);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  }, 3_600_000);

  it('shows a difference of nothing beside the bill', () => {
    fc.assert(
      fc.property(allocations, options => {
        const rows = conservationOf({
          lines: options.lines,
          costs: allocate(options),
        });
        expect(rows.filter(({ difference }) => difference !== '0.00')).toEqual(
          [],
        );
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  }, 3_600_000);
});
