import { parseOpenSloDocument } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { foundObjective } from './__testUtils__/foundObjective';
import { toRuleDocument } from './toRuleDocument';
import { usableWindow } from './usableWindow';

const LONGEST_MINUTES = 400 * 24 * 60;

describe('usableWindow', () => {
  it.each([
    [3_600, true],
    [3_540, false],
    [3_601, false],
    [400 * 86_400, true],
    [400 * 86_400 + 60, false],
    [0, false],
    [-3_600, false],
    [NaN, false],
    [Infinity, false],
  ])('%d s: %p', (seconds, expected) => {
    expect(usableWindow(seconds)).toBe(expected);
  });

  it('takes what documents of the catalog may state, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 1, max: 120 }),
          fc.integer({ min: 1, max: 999_999 }),
          fc.integer({ min: -5, max: 5 }).map(more => LONGEST_MINUTES + more),
        ),
        value => {
          const document = toRuleDocument({
            found: foundObjective({ window: { value, unit: 'm' } }),
            source: 'prometheus',
            name: 'cart',
            entityRef: 'component:default/cart',
          });
          const { document: read } = parseOpenSloDocument(document);
          expect(usableWindow(value * 60)).toBe(read !== undefined);
        },
      ),
    );
  });
});
