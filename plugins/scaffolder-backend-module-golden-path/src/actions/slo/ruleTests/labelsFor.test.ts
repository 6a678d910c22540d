import type { LabelMatcher } from '@plimsoll/promql';
import fc from 'fast-check';
import { labelsFor, negated } from './labelsFor';

const matcher = (
  label: string,
  operator: LabelMatcher['operator'],
  value: string,
): LabelMatcher => ({ label, operator, value });

const SERVICE = matcher('service', '=', 'cart');

describe('labelsFor', () => {
  it.each([
    [[SERVICE], { service: 'cart' }],
    [[SERVICE, matcher('code', '=~', '5..')], { service: 'cart', code: '500' }],
    [[SERVICE, matcher('code', '!~', '5..')], { service: 'cart', code: '200' }],
    [
      [matcher('code', '=~', '5..'), matcher('code', '!=', '500')],
      { code: '503' },
    ],
    [[matcher('route', '=~', '/a|/b')], { route: '/a' }],
    [[matcher('route', '=~', '/(cart|order)s')], undefined],
    [[matcher('code', '!=', '')], { code: '200' }],
    [[matcher('canary', '=', '')], {}],
    [[matcher('code', '=', '200'), matcher('code', '=', '500')], undefined],
    [[matcher('code', '=~', '(')], undefined],
  ])('for %j gives %j', (matchers, labels) => {
    expect(labelsFor(matchers)).toEqual(labels);
  });

  it('property: what it gives fulfils every matcher, and none that is negated', () => {
    const value = fc.constantFrom('5..', '2.*', '200|500', 'GET', '', 'a');
    const operator = fc.constantFrom('=', '!=', '=~', '!~' as const);
    const some = fc.array(
      fc.record({ label: fc.constantFrom('code', 'method'), operator, value }),
      { minLength: 1, maxLength: 4 },
    ) as fc.Arbitrary<LabelMatcher[]>;
    fc.assert(
      fc.property(some, matchers => {
        const labels = labelsFor(matchers);
        for (const one of labels ? matchers : []) {
          const text = labels?.[one.label] ?? '';
          expect(isFulfilled(one, text)).toBe(true);
          expect(isFulfilled(negated(one), text)).toBe(false);
        }
      }),
    );
  });
});

function isFulfilled({ operator, value }: LabelMatcher, text: string) {
  const isEqual = operator.includes('~')
    ? new RegExp(`^(?:${value})$`).test(text)
    : text === value;
  return operator.startsWith('!') ? !isEqual : isEqual;
}
