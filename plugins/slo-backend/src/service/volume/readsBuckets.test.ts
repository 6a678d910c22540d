import { readsBuckets } from './readsBuckets';

const reads = (query: unknown) => readsBuckets({ spec: { query } });

describe('readsBuckets', () => {
  it.each([
    ['sum(rate(http_request_duration_seconds_bucket{le="0.4"}[{{.window}}]))'],
    ['sum(rate(http_fast{le=~"0.4(\\\\.0)?"}[{{.window}}]))'],
    ['histogram_fraction(0, 0.4, sum(rate(http_seconds[{{.window}}])))'],
  ])('%s counts by duration', query => {
    expect(reads(query)).toBe(true);
  });

  it.each([
    ['sum(rate(http_requests_total{code!~"5.."}[{{.window}}]))'],
    ['sum(rate(buckets_filled_total{table="x"}[{{.window}}]))'],
    [42],
  ])('%s does not', query => {
    expect(reads(query)).toBe(false);
  });

  it('knows nothing of a query that is not there', () => {
    expect(readsBuckets(undefined)).toBe(false);
  });
});
