import { parser } from '@prometheus-io/lezer-promql';
import { counterTemplate } from './counterTemplate';
import { enforceMatchers } from './enforceMatchers';
import { renderResets, renderTemplate } from './QueryTemplate';
import { valueTemplate } from './valueTemplate';

const enforcedMatchers = { tenant: 'shop' };

describe('pitfall 14: enforced matchers', () => {
  it('adds what is missing and keeps what is equal once', () => {
    const added = { label: 'tenant', operator: '=', value: 'shop' } as const;
    const other = { label: 'a', operator: '=', value: 'b' } as const;
    const metric = 'x';
    expect(
      enforceMatchers({ metric, matchers: [other] }, enforcedMatchers),
    ).toEqual({ metric, matchers: [other, added] });
    expect(
      enforceMatchers({ metric, matchers: [added, other] }, enforcedMatchers),
    ).toEqual({ metric, matchers: [other, added] });
  });

  it.each([
    ['=', 'bank'],
    ['=', ''],
    ['!=', 'bank'],
    ['=~', 'shop'],
    ['=~', '.*'],
    ['!~', 'bank'],
  ] as const)('refuses tenant%s"%s"', (operator, value) => {
    expect(() =>
      enforceMatchers(
        { metric: 'x', matchers: [{ label: 'tenant', operator, value }] },
        enforcedMatchers,
      ),
    ).toThrow('This source reads only tenant="shop"; remove the matcher');
  });

  it.each([
    'sum(rate(x[{{.window}}])) - sum(rate(y{a="b"}[{{.window}}]))',
    'sum(x)',
    'sum(rate(x{"tenant"="shop"}[{{.window}}])) or vector(0)',
    'clamp_min(sum(increase({"x.y"}[{{.window}}])), 1)',
  ])('guards every selector of the counter query %s', query => {
    const template = counterTemplate(query, {
      enforcedMatchers,
      absentIsZero: false,
    });
    const options = { windowSeconds: 300, scrapeSeconds: 60 };
    for (const text of [
      renderTemplate(template, options),
      renderTemplate(template, { ...options, careful: true }),
      renderResets(template, options)!,
    ]) {
      expect(selectorsOf(text)).toEqual(guardedOf(text));
    }
  });

  it.each([
    'x',
    'max(x) - on (a) group_left y{b="c"} or absent(z)',
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
    'label_replace(x, "tenant", "bank", "", "")',
  ])('guards every selector of the value query %s', query => {
    const template = valueTemplate(query, { enforcedMatchers });
    const text = renderTemplate(template, {
      windowSeconds: 300,
      scrapeSeconds: 60,
    });
    expect(selectorsOf(text)).toEqual(guardedOf(text));
  });
});

/** The selectors of a query that can be read. */
function selectorsOf(text: string): string[] {
  const selectors: string[] = [];
  parser.parse(text).iterate({
    enter: node => {
      if (node.type.isError) {
        throw new Error(`cannot read ${text}`);
      }
      if (node.name === 'VectorSelector') {
        selectors.push(text.slice(node.from, node.to));
      }
    },
  });
  if (!selectors.length) {
    throw new Error(`no selector in ${text}`);
  }
  return selectors;
}

function guardedOf(text: string): string[] {
  return selectorsOf(text).filter(selector =>
    selector.includes('tenant="shop"'),
  );
}
