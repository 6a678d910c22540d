import type { MetricQuery } from '@plimsoll/plugin-slo-common';
import { DemoWorld } from '../world/DemoWorld';
import { resolveQuery } from './resolveQuery';

const world = DemoWorld.create();

function counter(query: unknown) {
  const metric = { spec: { query } };
  return resolveQuery({ world, kind: 'counter', metric });
}

function gauge(query: string) {
  const metric = { spec: { query } };
  return resolveQuery({ world, kind: 'gauge', metric });
}

describe('resolveQuery', () => {
  it.each([
    ['sum(rate(http_requests_total{service="cart"}[{{.window}}]))'],
    ['sum(increase(http_requests_total{service="cart"}[5m]))'],
    ['sum(http_requests_total{service="cart"})'],
    ['http_requests_total{service="cart"}'],
  ])('finds the counter of %s', query => {
    expect(counter(query).series?.kind).toBe('counter');
  });

  it.each([
    ['max(stock_age_seconds{service="stock-levels"})'],
    ['stock_age_seconds{service="stock-levels"}'],
    ['avg(probe_success_ratio{service="address-book"})'],
  ])('finds the gauge of %s', query => {
    expect(gauge(query).series?.kind).toBe('gauge');
  });

  it.each([
    [7, /must be PromQL/],
    [undefined, /must be PromQL/],
    ['vector(1)', /more than the demo world understands/],
    ['sum(rate(up{service="cart"}[5m]))', /no such series: up/],
    ['sum(rate(http_requests_total{service="nobody"}[5m]))', /no such series/],
    ['sum(rate(stock_age_seconds{service="stock-levels"}[5m]))', /is a gauge/],
    [
      'rate(sum(http_requests_total{service="cart"}[5m]))',
      /cannot compute rate\(sum\[\]\)/,
    ],
    ['max(http_requests_total{service="cart"})', /cannot compute max\(\)/],
    ['http_requests_total{service="cart"}[5m]', /cannot compute \[\]/],
  ])('says why %s has no counter', (query, reason) => {
    const { series, fault } = counter(query);
    expect(series).toBeUndefined();
    expect(fault).toMatch(reason);
  });

  it('refuses what it would not read, instead of passing it over', () => {
    const query = 'http_requests_total{service="cart"}';
    const faultOf = (spec: MetricQuery['spec']) =>
      resolveQuery({ world, kind: 'counter', metric: { spec } }).fault;
    expect(faultOf({ query })).toBeUndefined();
    expect(faultOf({ query, url: 'https://prometheus.example' })).toBe(
      'is all that the demo source reads here, not url; remove it',
    );
    expect(faultOf({ query, url: 'x', step: 1 })).toMatch(
      /not url, step; remove them/,
    );
  });

  it('takes no counter for a gauge and no rate of a gauge', () => {
    expect(gauge('http_requests_total{service="cart"}').fault).toMatch(
      /needs a gauge/,
    );
    expect(
      gauge('rate(stock_age_seconds{service="stock-levels"}[5m])').fault,
    ).toMatch(/cannot compute rate\[\]/);
  });
});
