import type { JsonValue } from '@backstage/types';
import {
  inlineIndicator,
  metric,
  validSlo,
} from '../__fixtures__/validDocuments';
import { faultsOf, warningsOf } from '../__fixtures__/faultsOf';

const indicator = inlineIndicator({
  ratioMetric: { bad: metric('b'), total: metric('t') },
});

describe('SLO', () => {
  it.each([
    'checkout',
    'Checkout_2.0',
    'component:checkout',
    'system:shop/checkout',
    'API:default/orders',
    'shop/checkout',
  ])('measures %s', service => {
    expect(faultsOf(validSlo({ service }))).toEqual([]);
  });

  it.each([
    [undefined, 'is missing; name the component'],
    ['', 'is empty; name the component'],
    [['checkout'], 'is a list where text belongs'],
    ['Checkout Service', 'is no name that a component can have'],
    ['a'.repeat(64), 'is no name that a component can have'],
    ['component:/checkout', 'is no entity ref'],
    ['component:a:b/c', 'is no name that a component can have'],
    ['group:default/payments', 'is of a kind that has no objectives'],
    ['service:default/checkout', 'is of a kind that has no objectives'],
  ])('refuses to measure %j', (service, fault) => {
    expect(faultsOf(validSlo({ service: service as JsonValue }))).toEqual([
      expect.stringContaining(`spec.service: ${fault}`),
    ]);
  });

  it('needs one indicator', () => {
    expect(faultsOf(validSlo({ indicator: null }))).toEqual([
      'spec.indicator: is missing; write the indicator in place, or name an SLI with indicatorRef',
    ]);
    expect(faultsOf(validSlo({ indicatorRef: 'x' }))).toEqual([
      'spec.indicatorRef: does not go with indicator; keep the name, or what is written in place',
    ]);
    expect(
      faultsOf(validSlo({ indicator: null, indicatorRef: 'X Y' })),
    ).toEqual([expect.stringContaining('spec.indicatorRef: is no name')]);
    expect(faultsOf(validSlo({ indicator: 'checkout' }))).toEqual([
      expect.stringContaining(
        'spec.indicator: is text where a mapping belongs',
      ),
    ]);
  });

  it('reports faults of the indicator where they stand', () => {
    expect(
      faultsOf(
        validSlo({
          indicator: { metadata: {}, spec: { ratioMetric: { good: {} } } },
        }),
      ),
    ).toEqual([
      expect.stringContaining('spec.indicator.metadata.name: is missing'),
      expect.stringContaining(
        'spec.indicator.spec.ratioMetric.good.metricSource: is missing',
      ),
      expect.stringContaining(
        'spec.indicator.spec.ratioMetric.total: is missing',
      ),
    ]);
  });

  it.each([
    [undefined, 'is missing; write 1 to 50 objectives'],
    [[], 'has 0 items'],
    [Array.from({ length: 51 }, () => ({ target: 0.9 })), 'has 51 items'],
    [{ target: 0.9 }, 'is a mapping where a list belongs'],
  ])('needs objectives: %#', (objectives, fault) => {
    expect(faultsOf(validSlo({ objectives: objectives as JsonValue }))).toEqual(
      [expect.stringContaining(`spec.objectives: ${fault}`)],
    );
  });

  it('says once that an objective is none', () => {
    expect(faultsOf(validSlo({ objectives: [null, 0.9] }))).toEqual([
      'spec.objectives[0]: is missing; write displayName and target',
      'spec.objectives[1]: is a number where a mapping belongs; write displayName and target',
    ]);
  });

  describe('composite', () => {
    it('has an indicator in every objective, and says what that means here', () => {
      const document = validSlo({
        indicator: null,
        objectives: [
          { displayName: 'One', target: 0.9, indicator },
          { displayName: 'Two', target: 0.9, indicatorRef: 'two' },
        ],
      });
      expect(faultsOf(document)).toEqual([]);
      expect(warningsOf(document)).toEqual([
        expect.stringMatching(
          /^spec\.objectives: is a composite, .* nothing of it is measured; write one SLO/,
        ),
      ]);
    });

    it('is none where the only objective has its own indicator', () => {
      const objective = { displayName: 'One', target: 0.9, indicator };
      const warnings = (overrides: object) =>
        warningsOf(
          validSlo({
            indicator: null,
            objectives: [{ ...objective, ...overrides }],
          }),
        );
      expect(warnings({})).toEqual([]);
      expect(warnings({ compositeWeight: 1 })).toEqual([]);
      expect(warnings({ compositeWeight: 2 })).toHaveLength(1);
    });

    it('is refused where indicators are missing or doubled', () => {
      expect(
        faultsOf(
          validSlo({
            objectives: [
              { target: 0.9, indicator },
              { target: 0.9 },
              { target: 0.9, indicator, indicatorRef: 'two' },
            ],
          }),
        ),
      ).toEqual([
        'spec.indicator: does not go with the indicators of the objectives; remove it, or theirs',
        'spec.objectives[1].indicatorRef: is missing; in a composite each objective has its indicator',
        'spec.objectives[2].indicatorRef: does not go with indicator; keep the name, or what is written in place',
      ]);
    });
  });
});
