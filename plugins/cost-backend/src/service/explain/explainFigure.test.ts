import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { explainFigure } from './explainFigure';

const cost = {
  entityRef: 'component:default/cart',
  from: '2026-11-01',
  to: '2026-11-18',
  total: '100.00',
  categories: [
    {
      category: 'compute',
      total: '100.00',
      bases: [{ basis: { by: 'tag' }, total: '100.00' }],
    },
  ],
  lines: [{ kind: 'tax', total: '1.00' }],
  change: {
    amount: '4.00',
    ratio: 0.04,
    from: '2026-10-01',
    to: '2026-10-18',
  },
  forecast: {
    month: '2026-11',
    expected: '170.00',
    low: '160.00',
    high: '180.00',
    confidence: 0.8,
    days: 17,
  },
  budget: {
    amount: '200.00',
    used: '100.00',
    usedRatio: 0.5,
    state: 'ok',
    setBy: 'user:default/me',
    setAt: '2026-11-01T00:00:00Z',
  },
  savings: {
    open: 1,
    heldBack: 2,
    realisable: '3.00',
    foundAt: '2026-11-18T12:00:00.000Z',
    largest: { id: '1', title: 'Right-size cart' },
  },
  unitCosts: [
    {
      unit: 'requests',
      per: 1_000,
      state: 'ok',
      value: '0.10',
      volume: 10,
      days: [],
      fixedPerDay: '1.00',
      marginal: '0.01',
    },
  ],
  proof: {
    metric: 'effective',
    currency: 'USD',
    matchedRatio: 0.99,
    unallocated: { amount: '1.00' },
    sources: [],
  },
} as unknown as ServiceCost;

describe('explainFigure', () => {
  it.each([
    'total',
    'change',
    'forecast',
    'budget',
    'saving',
    'matched',
    'category:compute',
    'unit-cost:requests',
  ])('names the inputs of %s by codes, that a page translates', figure => {
    const explained = explainFigure({ cost, figure });
    expect(explained.figure).toBe(figure);
    expect(explained.inputs.length).toBeGreaterThan(0);
    for (const { name, value } of explained.inputs) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(value).not.toBe('');
    }
  });

  it('says of how many deployments the one that is named was found', () => {
    const [unit] = cost.unitCosts;
    const changedBy = {
      deploymentId: 'd-1',
      version: 'v2',
      change: { ratio: 0.07, low: 0.05, high: 0.09 },
      tried: 27,
    };
    const { inputs, definition } = explainFigure({
      cost: { ...cost, unitCosts: [{ ...unit, changedBy }] } as ServiceCost,
      figure: 'unit-cost:requests',
    });
    expect(inputs).toEqual(
      expect.arrayContaining([
        { name: 'changed-by', value: 'v2' },
        { name: 'changed-at-least', value: '0.05' },
        { name: 'changed-at-most', value: '0.09' },
        { name: 'deployments-compared', value: '27' },
      ]),
    );
    expect(definition).toContain('turn of the month');
  });

  it.each(['price', 'category:storage', 'unit-cost:orders', 'constructor'])(
    'knows no %s',
    figure => {
      expect(() => explainFigure({ cost, figure })).toThrow('has no figure');
    },
  );
});
