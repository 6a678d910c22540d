import { countsCounters } from './countsCounters';

describe('countsCounters', () => {
  it.each([
    ['sum(rate(x{path=~"(a|b)"}[{{.window}}]))', true],
    ['sum(increase(x[{{.window}}])) or vector(0)', true],
    ['sum(rate(x[5m]))', false],
    ['sum_over_time(x[{{.window}}])', false],
    ['sum(rate(x[5m])) + sum_over_time(y[{{.window}}])', false],
    ['x', false],
  ])('%s: %s', (query, expected) => {
    expect(countsCounters(query)).toBe(expected);
  });
});
