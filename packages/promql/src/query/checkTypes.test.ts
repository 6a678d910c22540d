import { checkTypes } from './checkTypes';

describe('checkTypes', () => {
  it.each([
    'x',
    '-x',
    '(x)',
    'vector(1)',
    'vector(time())',
    'sum(rate(x{code=~"5.."}[{{.window}}])) or vector(0)',
    'sum by (a) (x) / on (a) group_left (b) y',
    'histogram_quantile(0.9, sum by (le) (rate(x[5m])))',
    'quantile_over_time(0.9, x[5m])',
    'topk(3, x)',
    'count_values("v", x)',
    'clamp(x, 0, 1 + 1)',
    'round(x)',
    'round(x, 0.1)',
    'hour()',
    'label_join(x, "a", "-", "b", "c")',
    'label_replace(x, "a", "$1", "b", "(.*)")',
    'x > bool 1',
    'x * (1 == bool 1)',
    '1 > x',
    'x > 1 and on (a) y',
  ])('takes %s', query => {
    expect(() => checkTypes(query)).not.toThrow();
  });

  it.each([
    ['x{code=~"5["}', '[ that is not closed'],
    ['sum(x{code!~"(?!5)"})', 'neither ahead nor behind'],
    ['scalar(sum(up))', 'answers a plain number'],
    ['time()', 'write vector(...) around it'],
    ['1 + 1', 'answers a plain number'],
    ['"a"', 'answers a text'],
    ['x[5m]', 'answers a range of samples'],
    ['rate(x)', 'is current values of series where a range'],
    ['abs(x[5m])', 'is a range of samples where current values'],
    ['sum(x[5m])', 'is a range of samples where current values'],
    ['-(x[5m])', 'is a range of samples'],
    ['histogram_quantile(sum by (le) (x), 0.9)', 'where a plain number'],
    ['histogram_quantile(0.9)', 'has 1 arguments and takes 2'],
    ['round(x, 1, 2)', 'has 3 arguments and takes 1 or more'],
    ['topk(x)', 'has 1 arguments and takes 2'],
    ['sum(x, y)', 'has 2 arguments and takes 1'],
    ['x or 0', 'or joins a plain number'],
    ['vector(1 > 2)', 'write > bool'],
    ['x + bool y', 'only comparisons take it'],
    ['x * on (a) 2', 'beside a plain number'],
    ['x and on (a) group_left y', 'do not go with and'],
    ['x * on (a) group_left (a) y', 'The label a stands in on'],
    ['mad_over_time(x[5m])', 'not known to every Prometheus'],
    ['limitk(2, x)', 'not known to every Prometheus'],
    ['x + "a"', 'is a text'],
  ])('refuses %s', (query, message) => {
    expect(() => checkTypes(query)).toThrow(message);
  });
});
