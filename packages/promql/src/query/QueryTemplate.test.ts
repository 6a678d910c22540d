import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { counterTemplate } from './counterTemplate';
import { renderResets, renderTemplate } from './QueryTemplate';
import { quoteString } from '../text/stringLiteral';
import { valueTemplate } from './valueTemplate';

const enforcedMatchers = {};
const window = { windowSeconds: 300, scrapeSeconds: 60 };

describe('grouping', () => {
  const labels = (query: string) =>
    Object.fromEntries(valueTemplate(query, { enforcedMatchers }).groupLabels);

  it.each([
    ['x{a="1"}', { a: '1' }],
    ['sum(rate(x{a="1",b="2",c=~"3"}[5m]))', { a: '1', b: '2' }],
    ['sum(x{a="1",b="2"}) / sum(y{a="1",b="3"})', { a: '1' }],
    ['sum(x{a="1"}) > bool 3', { a: '1' }],
    ['histogram_quantile(0.9, sum by (le) (rate(x{a="1"}[5m])))', { a: '1' }],
    ['sum without (b) (x{a="1",b="2"})', { a: '1' }],
    ['-(max(x{a="1"}))', { a: '1' }],
    ['x{a="1",le="2.5"}', { a: '1' }],
  ])('%s may be split by %j', (query, expected) => {
    expect(labels(query)).toEqual(expected);
  });

  it.each([
    'x{a="1"} + y',
    'x{a="1"} + y{a="2"}',
    'x{a=~"1"}',
    'x{a=""}',
    'x{a="1",a!="2"}',
    'sum(x{a="1"}) or vector(0)',
    'sum(x{a="1"}) + on () sum(y{a="1"})',
    'x{a="1"} * on (a) group_left y{a="1"}',
    'topk(3, x{a="1"})',
    'absent(x{a="1"})',
    'scalar(x{a="1"}) * y{a="1"}',
    'label_replace(x{a="1"}, "a", "2", "", "")',
    'sum without (a) (x{a="1"})',
    'time() - x{a="1"}',
    '42',
  ])('%s may not be split', query => {
    expect(labels(query)).toEqual({});
  });

  it('adds the label to each aggregation and asks for all values', () => {
    const template = valueTemplate(
      'histogram_quantile(0.9, sum by (le) (rate(x{a="1",b="2"}[{{.window}}]))) / max(y{a="1"})',
      { enforcedMatchers },
    );
    expect(
      renderTemplate(template, {
        ...window,
        group: { label: 'a', values: ['1', 'x.y'] },
      }),
    ).toBe(
      'histogram_quantile(0.9, sum by (le, a)   (rate(x{a=~"1|x\\\\.y",b="2"}[299999ms]))) / max by (a) (y{a=~"1|x\\\\.y"})',
    );
  });

  it('splits the question for resets alike', () => {
    const template = counterTemplate('sum(rate(x{a="1"}[{{.window}}]))', {
      enforcedMatchers,
      absentIsZero: false,
    });
    expect(
      renderResets(template, {
        ...window,
        group: { label: 'a', values: ['1', '2'] },
      }),
    ).toBe('(sum by (a) (resets(x{a=~"1|2"}[899999ms])) > 0)');
  });

  it('leaves growth and resets to a server that sees both by itself', () => {
    const template = counterTemplate('sum(rate(x{a="1"}[{{.window}}]))', {
      enforcedMatchers,
      absentIsZero: false,
    });
    const options = { ...window, serverIncrease: 'anchored' as const };
    expect(renderTemplate(template, options)).toBe(
      'sum(increase(x{a="1"}[300s] anchored))',
    );
    expect(renderTemplate(template, { ...options, careful: true })).toBe(
      renderTemplate(template, options),
    );
    expect(renderResets(template, options)).toBeUndefined();
  });

  it('pitfall 14: no value changes the shape of a grouped query', () => {
    const shape = (values: string[]) => {
      const query = `sum(rate(x{service=${quoteString(
        values[0],
      )},code=~"5.."}[{{.window}}]))`;
      const template = counterTemplate(query, {
        enforcedMatchers,
        absentIsZero: false,
      });
      const text = renderTemplate(template, {
        ...window,
        careful: true,
        group: { label: 'service', values },
      });
      return parser.parse(text).toString();
    };
    const expected = shape(['a', 'b']);
    expect(expected).not.toContain('⚠');
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({ unit: 'binary', minLength: 1 })
            .filter(value => !value.includes('{{')),
          { minLength: 2, maxLength: 4 },
        ),
        values => shape(values) === expected,
      ),
      { numRuns: 500 },
    );
  });
});

describe('valueTemplate', () => {
  const render = (query: string) =>
    renderTemplate(valueTemplate(query, { enforcedMatchers }), window);

  it('leaves everything but selectors and the window as it is', () => {
    expect(render("avg_over_time(x[1h]) / ( 2*max( y{a='b'} ) )")).toBe(
      'avg_over_time(x[1h]) / ( 2*max( y{a="b"} ) )',
    );
    expect(render('sum(irate(x[{{.window}}]))')).toBe(
      'sum(irate(x[299999ms]))',
    );
    expect(render('max(x) by (le)')).toBe('max by (le) (x) ');
  });

  it('knows whether the window is used', () => {
    expect(valueTemplate('x', { enforcedMatchers }).windowed).toBe(false);
    expect(
      valueTemplate('rate(x[{{.window}}])', { enforcedMatchers }).windowed,
    ).toBe(true);
  });

  it('refuses what is refused everywhere', () => {
    expect(() => render('x offset 5m')).toThrow('offset');
  });
});
