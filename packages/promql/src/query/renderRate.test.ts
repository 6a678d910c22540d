import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { quoteString } from '../text/stringLiteral';
import { counterTemplate } from './counterTemplate';
import { renderRate, renderValue } from './renderRate';
import { valueTemplate } from './valueTemplate';

function rateOf(query: string, enforcedMatchers = {}) {
  const options = { enforcedMatchers, absentIsZero: true };
  return renderRate(counterTemplate(query, options), { rangeSeconds: 300 });
}

describe('renderRate', () => {
  it.each([
    ['sum(rate(a{b="c"}[{{.window}}]))', 'sum(rate(a{b="c"}[5m]))'],
    ['sum(increase(a[{{ .window }}]))', 'sum(rate(a[5m]))'],
    ['sum by (x) (increase(a[{{.window}}]))', 'sum by (x) (rate(a[5m]))'],
    ['a{b="c"}', 'sum(rate(a{b="c"}[5m]))'],
    ['sum(a)', 'sum(rate(a[5m]))'],
    ['sum(a) or vector(0)', 'sum(rate(a[5m]))'],
    [
      'sum(rate(a[{{.window}}])) - sum(rate(b[{{.window}}]))',
      'sum(rate(a[5m])) - sum(rate(b[5m]))',
    ],
  ])('writes %s as %s', (query, rate) => {
    expect(rateOf(query)).toBe(rate);
  });

  it('keeps counts that are no multiple of a rate', () => {
    expect(rateOf('clamp_min(sum(increase(a[{{.window}}])), 5)')).toBe(
      '(clamp_min(sum(increase(a[5m])), 5)) / 300',
    );
    expect(rateOf('clamp_min(sum(rate(a[{{.window}}])), 5)')).toBe(
      'clamp_min(sum(rate(a[5m])), 5)',
    );
  });

  it('carries the matchers that are enforced', () => {
    expect(rateOf('sum(a)', { tenant: 'x"y' })).toBe(
      'sum(rate(a{tenant="x\\"y"}[5m]))',
    );
  });

  it('property: the tree keeps its shape whatever a value holds', () => {
    const shapeOf = (text: string) => parser.parse(text).toString();
    const expected = shapeOf('sum(rate(x{a="b"}[5m]))');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), value => {
        const query = `sum(rate(x{a=${quoteString(value)}}[{{.window}}]))`;
        expect(shapeOf(rateOf(query))).toBe(expected);
      }),
    );
  });
});

describe('renderValue', () => {
  it('fills the placeholder and leaves the rest', () => {
    const template = valueTemplate(
      'histogram_quantile(0.9, sum by (le) (rate(a_bucket[{{.window}}])))',
      { enforcedMatchers: { tenant: 'shop' } },
    );
    expect(renderValue(template, { rangeSeconds: 120 })).toBe(
      'histogram_quantile(0.9, sum by (le) (rate(a_bucket{tenant="shop"}[2m])))',
    );
  });
});
