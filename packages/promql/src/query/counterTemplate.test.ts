import { parser } from '@prometheus-io/lezer-promql';
import { counterTemplate } from './counterTemplate';
import { exactIncrease } from './exactIncrease';
import { renderResets, renderTemplate } from './QueryTemplate';

const window = { windowSeconds: 300, scrapeSeconds: 60 };
const growth = (selector: string) => exactIncrease(selector, window);

function compile(query: string, absentIsZero = false) {
  return counterTemplate(query, { enforcedMatchers: {}, absentIsZero });
}

function render(query: string, absentIsZero?: boolean) {
  const text = renderTemplate(compile(query, absentIsZero), window);
  parser.parse(text).iterate({
    enter: node => expect(node.type.isError).toBe(false),
  });
  return text.trim();
}

describe('counterTemplate', () => {
  it.each([
    ['sum(increase(x{a="b"}[{{.window}}]))', `sum(${growth('x{a="b"}')})`],
    ['sum(rate(x[{{.window}}]))', `sum(${growth('x')})`],
    ['x{a="b"}', `sum(${growth('x{a="b"}')})`],
    ['sum(x)', `sum(${growth('x')})`],
    ['sum((x))', `sum((${growth('x')}))`],
    ['(x)', `(sum(${growth('x')}))`],
    ['sum by (a) (rate(x[{{.window}}]))', `sum by (a)   (${growth('x')})`],
    ['sum(x) by (a, b)', `sum by (a, b) (${growth('x')})`],
    ['sum without (a) (x)', `sum without (a) (${growth('x')})`],
    ['sum(a) - sum(b)', `sum(${growth('a')}) - sum(${growth('b')})`],
    [
      'sum(rate(a[{{.window}}])) - max(rate(b[{{.window}}]))',
      `sum(${growth('a')}) - max(${growth('b')})`,
    ],
    [
      '(sum(rate(a[{{.window}}])) + sum(rate(b[{{.window}}]))) / 2',
      `(sum(${growth('a')}) + sum(${growth('b')})) / 2`,
    ],
    [
      'sum(rate(a[{{.window}}])) * 60 or vector(0)',
      `sum(${growth('a')}) * 60 or vector(0)`,
    ],
    [
      'sum(rate(x{le="1"}[{{.window}}]))',
      `sum(${growth('x{le=~"1(\\\\.0)?"}')})`,
    ],
  ])('reads %s in place', (query, expected) => {
    expect(render(query)).toBe(expected);
  });

  it('keeps rates where counts would change the meaning, and multiplies the whole', () => {
    expect(render('clamp_min(sum(rate(x[{{.window}}])), 0.1)')).toBe(
      `300 * (clamp_min(sum((${growth('x')} / 300)), 0.1))`,
    );
    expect(render('2 / sum(rate(x[{{.window}}]))')).toContain('300 * (2 / ');
    expect(render('sum(rate(x[{{.window}}])) + 1')).toContain('300 * (sum(');
    expect(
      render('sum(rate(x[{{.window}}])) * sum(rate(y[{{.window}}]))'),
    ).toContain('300 * (sum(');
    expect(render('count(rate(x[{{.window}}]))')).toContain('300 * (count(');
    expect(render('sum(rate(x[{{.window}}])) or vector(1)')).toContain(
      '300 * (sum(',
    );
    expect(render('sum(rate(x[{{.window}}]) > 0.5)')).toBe(
      `300 * (sum((${growth('x')} / 300) > 0.5))`,
    );
    expect(render('clamp_min(sum(increase(x[{{.window}}])), 1)')).toBe(
      `clamp_min(sum(${growth('x')}), 1)`,
    );
  });

  it('pitfall 3: drops a fallback to zero where absent counts as zero', () => {
    expect(render('sum(rate(x[{{.window}}])) or vector(0)', true)).toBe(
      `sum(${growth('x')})`,
    );
    expect(render('sum(rate(x[{{.window}}])) or on () vector( 0 )', true)).toBe(
      `sum(${growth('x')})`,
    );
    expect(render('sum(rate(x[{{.window}}])) or vector(1)', true)).toContain(
      'or vector(1)',
    );
  });

  it('asks for resets of every counter once', () => {
    const resets = (query: string) => renderResets(compile(query), window);
    expect(resets('sum(x) - sum(y) + sum(x)')).toBe(
      '(sum(resets(x[899999ms])) > 0) or (sum(resets(y[899999ms])) > 0)',
    );
  });

  it.each([
    ['sum(rate(x[5m]))', 'fixed range [5m]'],
    ['sum(increase(x[1h30m]))', 'fixed range [1h30m]'],
    ['sum(irate(x[{{.window}}]))', 'two samples alone'],
    ['sum(delta(x[{{.window}}]))', 'does not count the events of a counter'],
    ['sum(count_over_time(x[{{.window}}]))', 'or set counter to false'],
    ['histogram_quantile(0.9, sum(x))', 'thresholdMetric'],
    ['x + y', 'The counter x is read without its growth'],
    ['avg(x)', 'sum(increase(x[{{.window}}]))'],
    ['x / 2', 'read without its growth'],
    ['sum(rate(x[{{.window}}])) + sum(y)', 'adds rates to counts'],
    [
      'sum(rate(x[{{.window}}])) + sum(increase(y[{{.window}}]))',
      'adds rates to counts',
    ],
    ['vector(1)', 'reads no counter'],
    ['1', 'reads no counter'],
  ])('refuses %s', (query, message) => {
    expect(() => compile(query)).toThrow(message);
  });
});
