import { parsePromql } from './parsePromql';
import { refuseConstructs } from './refuseConstructs';

const check = (query: string) => refuseConstructs(parsePromql(query));

describe('refuseConstructs', () => {
  it.each([
    ['sum(rate(x[5m] offset 1h))', 'offset reads another time'],
    ['x offset -5m', 'offset reads another time'],
    ['x @ 1700000000', '@ modifier reads another time'],
    ['x @ end()', '@ modifier reads another time'],
    ['max_over_time(x[5m:1m])', 'Subqueries are not read'],
    ['max_over_time(x[1h:])', 'Subqueries are not read'],
    ['increase(x[5m] anchored)', 'anchored is not known to every server'],
    ['rate(x[5m] smoothed)', 'smoothed is not known to every server'],
    ['info(x)', 'no matcher guards'],
    ['{a="b"}', 'does not name one metric'],
    ['{__name__=~"http.*"}', 'matches several metrics by name'],
    ['{__name__!="up"}', 'matches several metrics by name'],
    ['x{__name__=~"y"}', 'matches several metrics by name'],
    ['x{__name__="y"}', 'does not name one metric'],
    ['{__name__=""}', 'does not name one metric'],
    ['avg_over_time(x[2d])', 'not between 1ms and 1d'],
    ['avg_over_time(x[0s])', 'not between 1ms and 1d'],
    ['avg_over_time(x[2 * 5m])', 'is computed'],
    ['avg_over_time(x[step()])', 'is computed'],
    ['avg_over_time(x[{{.window}} * 2])', 'is computed'],
    ['x{a="{{.window}}"}', 'stands outside of a range'],
    ['x > {{.window}}', 'stands outside of a range'],
  ])('pitfall 14: refuses %s', (query, message) => {
    expect(() => check(query)).toThrow(message);
  });

  it.each(['rate(sum(x)[{{.window}}])', 'rate((x + y)[5m])'])(
    'pitfall 5: refuses %s, since the sum hides counter resets',
    query => {
      expect(() => check(query)).toThrow(
        'take the rate first and sum then: sum(rate(x[{{.window}}]))',
      );
    },
  );

  it.each([
    'x',
    'up{a="b"} or vector(0)',
    '{__name__="up"}',
    '{"http.server"}',
    'sum(rate(x[{{.window}}])) / sum(rate(y[5m]))',
    'avg_over_time(x[1d])',
    'x - y * 2 ^ 3',
  ])('lets %s pass', query => {
    expect(() => check(query)).not.toThrow();
  });
});
