import fc from 'fast-check';
import { parseDemoQuery } from './parseDemoQuery';

describe('parseDemoQuery', () => {
  it.each([
    [
      'sum(rate(http_requests_total{service="cart",code=~"5.."}[{{.window}}]))',
      ['sum', 'rate'],
      true,
    ],
    [
      ' sum ( increase ( http_requests_total { service = "cart" , code =~ "5.." , } [ {{ .window }} ] ) ) ',
      ['sum', 'increase'],
      true,
    ],
    ['http_requests_total{code=~"5..",service="cart"}', [], false],
    [
      'rate(http_requests_total{service="cart",code=~"5.."}[5m])',
      ['rate'],
      true,
    ],
  ])('reads %s', (text, functions, ranged) => {
    const query = parseDemoQuery(text);
    expect(query).toMatchObject({
      metric: 'http_requests_total',
      functions,
      ranged,
    });
    expect(query?.matchers).toHaveLength(2);
    expect(query?.matchers).toEqual(
      expect.arrayContaining([
        { label: 'service', operator: '=', value: 'cart' },
        { label: 'code', operator: '=~', value: '5..' },
      ]),
    );
  });

  it('reads escaped characters of a value', () => {
    const [matcher] = parseDemoQuery('a{le=~"2(\\\\.0)?"}')!.matchers;
    expect(matcher).toEqual({
      label: 'le',
      operator: '=~',
      value: '2(\\.0)?',
    });
    expect(parseDemoQuery('a{b="x\\"y"}')!.matchers[0].value).toBe('x"y');
  });

  it.each([
    [''],
    ['vector(1)'],
    ['http_requests_total'],
    ['sum(rate(a{service="b"}[5m])'],
    ['sum(rate(a{service="b"}[5m])))'],
    ['sum(a{service="b"}) / sum(c{service="b"})'],
    ['sum by (pod) (rate(a{service="b"}[5m]))'],
    ['a{service="b"} offset 5m'],
    ['a{service=b}'],
    ['a{service="b" code="5"}'],
    ["a{service='b'}"],
    ['histogram_quantile(0.95, a{service="b"})'],
    ['a{service="b"}[5m:1m]'],
  ])('does not pretend to understand %s', text => {
    expect(parseDemoQuery(text)).toBeUndefined();
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(() => parseDemoQuery(text)).not.toThrow();
      }),
    );
  });

  it('needs no more than a moment for long nonsense', () => {
    const started = performance.now();
    for (const text of [`a{${' '.repeat(50_000)}`, 'f('.repeat(20_000)]) {
      expect(parseDemoQuery(text)).toBeUndefined();
    }
    // milliseconds here: a hang is told apart, however slow the machine is
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
