import fc from 'fast-check';
import {
  COST_CATEGORIES,
  type CostCategory,
} from '@plimsoll/plugin-cost-common';
import { MOST_SERIES } from '@plimsoll/plugin-plimsoll-react';
import { costParts, costSeries, type CostBar } from './costSeries';

const cents = fc.integer({ min: -100_000, max: 100_000 });
const text = (amount: number) => (amount / 100).toFixed(2);

/** A bar whose total is its categories and something that is none of them. */
const bar = fc
  .record({
    categories: fc.dictionary(
      fc.constantFrom<CostCategory>(...COST_CATEGORIES),
      cents,
    ),
    lines: cents,
  })
  .map(({ categories, lines }): CostBar => {
    const total = Object.values(categories).reduce((a, b) => a + b, lines);
    return {
      total: text(total),
      categories: Object.fromEntries(
        Object.entries(categories).map(([id, amount]) => [id, text(amount)]),
      ),
    };
  });

describe('the series of a cost chart', () => {
  it('are what occurs, in the order of the categories, tax last', () => {
    expect(
      costSeries([
        { total: '3.00', categories: { network: '1.00', compute: '2.00' } },
        { total: '1.20', categories: { database: '1.00' } },
      ]),
    ).toEqual(['compute', 'database', 'network', 'lines']);
    expect(
      costSeries([{ total: '0.00', categories: { cache: '0.00' } }]),
    ).toEqual([]);
  });

  it('fold the smallest into one where there are more than tints', () => {
    const categories = Object.fromEntries(
      COST_CATEGORIES.map((id, index) => [id, `${20 - index}.00`]),
    );
    const all: CostBar = { total: '132.00', categories };
    const series = costSeries([all]);
    expect(series).toEqual([
      'compute',
      'database',
      'cache',
      'network',
      'storage',
      'rest',
    ]);
    // the category of that name is only a part of it
    expect(series).not.toContain('other');
    expect(costParts(all, series)).toEqual([20, 19, 18, 17, 16, 42]);
  });

  it('are never more than tints, and lose nothing of a total', () => {
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 5 }), bars => {
        const series = costSeries(bars);
        expect(series.length).toBeLessThanOrEqual(MOST_SERIES);
        for (const one of bars) {
          const sum = costParts(one, series).reduce((a, b) => a + b, 0);
          expect(sum).toBeCloseTo(Number(one.total), 1);
        }
      }),
    );
  });
});
