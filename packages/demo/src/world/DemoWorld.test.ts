import { parseDemoQuery } from '../query/parseDemoQuery';
import { DemoWorld } from './DemoWorld';
import type { CounterSeries } from './series';

const world = DemoWorld.create();
/** Tuesday, 3 November 2026, 14:00 in Warsaw. */
const AFTERNOON = Date.parse('2026-11-03T13:00:00Z') / 60_000;

function find(selector: string) {
  return world.find(parseDemoQuery(selector)!);
}

function growth(selector: string, minutes = 60): number {
  const series = find(selector) as CounterSeries;
  let sum = 0;
  for (let offset = 0; offset < minutes; offset += 1) {
    sum += series.growth(AFTERNOON - 1_440 + offset);
  }
  return sum;
}

describe('DemoWorld', () => {
  it('divides requests into failed and others without a rest', () => {
    const all = growth('http_requests_total{service="cart"}');
    const failed = growth('http_requests_total{service="cart",code=~"5.."}');
    const served = growth('http_requests_total{service="cart",code!~"5.."}');
    expect(all).toBeGreaterThan(100_000);
    expect(failed).toBeGreaterThan(0);
    expect(failed + served).toBe(all);
  });

  it('counts a histogram up to the requests', () => {
    const bucket = 'http_request_duration_seconds_bucket{service="cart",le=';
    const all = growth('http_request_duration_seconds_count{service="cart"}');
    const counts = ['"0.1"', '"0.3"', '"2"', '"+Inf"'].map(bound =>
      growth(`${bucket}${bound}}`),
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(4);
    expect(counts[3]).toBe(all);
    expect(all).toBe(growth('http_requests_total{service="cart"}'));
  });

  it.each([['"2"'], ['"2.0"'], ['~"2(\\\\.0)?"'], ['~"2(.0)?"']])(
    'knows the bound le=%s, as Prometheus 2 and 3 write it',
    bound => {
      const metric = 'http_request_duration_seconds_bucket';
      expect(find(`${metric}{service="search",le=${bound}}`)).toBeDefined();
    },
  );

  it('names failed business events by their outcome', () => {
    const orders = 'checkout_orders_total{service="checkout"';
    const all = growth(`${orders}}`);
    const failed = growth(`${orders},outcome="failed"}`, 600);
    expect(all).toBeGreaterThan(10_000);
    expect(failed).toBeGreaterThan(0);
    expect(growth(`${orders},outcome!="failed"}`, 600) + failed).toBe(
      growth(`${orders}}`, 600),
    );
  });

  it.each([
    ['http_requests_total{code=~"5.."}', 'no service'],
    ['http_requests_total{service=~"cart"}', 'more than one service'],
    ['http_requests_total{service="cart",service="cart"}', 'service twice'],
    ['http_requests_total{service="cart",code="5.."}', 'no regular expression'],
    ['http_requests_total{service="cart",code=~"4.."}', 'other codes'],
    ['http_requests_total{service="cart",outcome="failed"}', 'other label'],
    [
      'http_requests_total{service="cart",code=~"5..",pod="a"}',
      'a label too many',
    ],
    ['checkout_orders_total{service="cart"}', "another service's metric"],
    ['http_request_duration_seconds_count{service="wishlist"}', 'no histogram'],
    [
      'http_request_duration_seconds_count{service="cart",code=~"5.."}',
      'a histogram by code',
    ],
    ['http_request_duration_seconds_bucket{service="cart"}', 'no bound'],
    [
      'http_request_duration_seconds_bucket{service="cart",le="0.35"}',
      'no such bound',
    ],
    [
      'http_request_duration_seconds_bucket{service="cart",le!="0.3"}',
      'all other bounds',
    ],
    ['stock_age_seconds{service="stock-levels",pod="a"}', 'gauge with label'],
  ])('has no %s (%s)', selector => {
    expect(find(selector)).toBeUndefined();
  });

  it('knows a gauge and its episode', () => {
    const series = find('stock_age_seconds{service="stock-levels"}');
    const stockTake = Date.parse('2026-11-07T02:10:00Z') / 60_000;
    const ages = [-1, 0, 4, 5].map(offset =>
      series?.kind === 'gauge' ? series.sample(stockTake + offset) : undefined,
    );
    expect(ages.map(age => age! < 300)).toEqual([true, false, false, true]);
  });

  it('hears nothing of fraud-score since February', () => {
    const series = find('http_requests_total{service="fraud-score"}')!;
    const end = Date.parse('2026-02-12T00:00:00Z') / 60_000;
    expect(series.exists(end - 1)).toBe(true);
    expect(series.exists(end)).toBe(false);
    expect(series.note).toBe('demo-silent-series');
  });

  it('notes resetting counters and late series', () => {
    expect(find('http_requests_total{service="image-resizer"}')?.note).toBe(
      'demo-counter-resets',
    );
    const quotes = 'http_requests_total{service="shipping-quotes"';
    expect(find(`${quotes},code=~"5.."}`)?.note).toBe('demo-late-series');
    expect(find(`${quotes}}`)?.note).toBeUndefined();
  });
});
