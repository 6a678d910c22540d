import type { Bucket } from '@plimsoll/plugin-slo-common';
import type { MetricsServer } from './__fixtures__/MetricsServer';
import { metricsServers } from './__fixtures__/metricsServers';
import { failureRatio, objective, ratio } from './__fixtures__/objectives';
import type { SampledSeries } from './__fixtures__/SampledSeries';
import { sourceOf } from './__fixtures__/sourceOf';
import { visibleGrowth } from './__fixtures__/visibleGrowth';
import {
  GAP,
  LATE_ERRORS_FROM,
  seriesOf,
  world,
  WORLD_FROM,
  WORLD_TO,
} from './__fixtures__/world';

const series = world();

/** What the server could see of a service, as the buckets should say it. */
function truthOf(service: string, step: number, only?: RegExp): Bucket[] {
  const bad = visibleGrowth(seriesOf(series, service, { code: /5../ }), step);
  const all = seriesOf(series, service, only && { code: only });
  return Array.from(visibleGrowth(all, step))
    .filter(([start]) => start >= WORLD_FROM && start < WORLD_TO)
    .sort(([a], [b]) => a - b)
    .map(([start, total]) => ({
      start,
      seconds: step,
      bad: bad.get(start) ?? 0,
      total,
      coveredSeconds: step,
    }));
}

const sum = (buckets: Bucket[], key: 'bad' | 'total') =>
  buckets.reduce((total, bucket) => total + bucket[key], 0);

const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;

suite.each(servers)('reading counters, $kind', ({ start }) => {
  let server: MetricsServer;
  beforeAll(async () => {
    server = await start(series);
  });
  afterAll(() => server?.stop());

  const read = async (
    services: string[],
    request: { from?: number; to?: number; step?: number } = {},
  ) => {
    const { readings } = await sourceOf(server).readBuckets({
      objectives: services.map(service =>
        objective({ indicator: failureRatio(service) }),
      ),
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
      ...request,
    });
    return readings.map(({ buckets, faults }) => {
      expect(faults).toEqual([]);
      return buckets;
    });
  };

  it.each([
    ['a busy service, scraped every 15 s', 'busy'],
    ['scrapes exactly on the buckets’ bounds', 'aligned'],
    ['pitfall 6: a quiet service is not extrapolated', 'quiet'],
    ['pitfall 6: scrapes five minutes apart', 'slow'],
    ['pitfall 5: counter resets of several pods', 'resets'],
    ['pitfall 5: a pod that crashes every three minutes', 'crashing'],
    ['pods that come and go', 'pods'],
    ['a gap of two hours', 'gap'],
    ['pitfall 3: an error series that is born late', 'late'],
    [
      'pitfall 14: a label value full of special characters',
      'we"ird\\ (a|b).*',
    ],
  ])('%s', async (_, service) => {
    const [buckets] = await read([service]);
    expect(buckets).toEqual(truthOf(service, 300));
    expect(sum(buckets, 'total')).toBeGreaterThan(0);
  });

  it('reads all services in one grouped query with the same numbers', async () => {
    const services = [
      'busy',
      'quiet',
      'resets',
      'pods',
      'gap',
      'we"ird\\ (a|b).*',
    ];
    const source = sourceOf(server);
    const { readings, queries } = await source.readBuckets({
      objectives: services.map(service =>
        objective({ indicator: failureRatio(service) }),
      ),
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
    });
    expect(readings.map(({ buckets }) => buckets)).toEqual(
      services.map(service => truthOf(service, 300)),
    );
    expect(queries).toBeLessThan(10);
  });

  it('gives the same sums bucket by bucket, minute by minute and by quarter hours', async () => {
    for (const service of ['busy', 'resets', 'slow']) {
      const from = WORLD_FROM + 3_600;
      const to = from + 1_800;
      const [whole] = await read([service], { from, to });
      const [quarters] = await read([service], { from, to, step: 900 });
      expect(quarters).toHaveLength(2);
      expect(sum(quarters, 'total')).toBe(sum(whole, 'total'));
      expect(sum(quarters, 'bad')).toBe(sum(whole, 'bad'));

      for (let minute = 60; minute < 300; minute += 60) {
        const [[partial]] = await read([service], { from, to: from + minute });
        const growth = visibleGrowth(seriesOf(series, service), minute);
        expect(partial).toMatchObject({
          start: from,
          seconds: minute,
          total: growth.get(from) ?? 0,
        });
      }
    }
  });

  it('reads a partial newest bucket after whole ones, on a grid of 15 s', async () => {
    const from = WORLD_FROM + 600;
    const [buckets] = await read(['busy'], { from, to: from + 300 + 128 });
    expect(buckets.map(bucket => [bucket.start, bucket.seconds])).toEqual([
      [from, 300],
      [from + 300, 120],
    ]);
    const [early] = await read(['busy'], { from, to: from + 14 });
    expect(early).toEqual([]);
  });

  it('leaves the two hours without scrapes out', async () => {
    const [buckets] = await read(['gap']);
    const starts = buckets.map(bucket => bucket.start);
    expect(starts).toContain(GAP[0] - 300);
    expect(starts).toContain(GAP[1]);
    expect(
      starts.filter(at => at >= GAP[0] + 300 && at < GAP[1] - 300),
    ).toEqual([]);
  });

  it('pitfall 3: absent errors are none, and the first error is invisible', async () => {
    const [buckets] = await read(['late']);
    const before = buckets.filter(
      bucket => bucket.start < LATE_ERRORS_FROM - 300,
    );
    expect(before.length).toBeGreaterThan(50);
    expect(sum(before, 'bad')).toBe(0);
    expect(sum(buckets, 'bad')).toBe((600 / 15) * 10 - 10);
  });

  it('pitfall 3: absent good events are not all bad but not measured', async () => {
    const { readings } = await sourceOf(server).readBuckets({
      objectives: [
        objective({
          indicator: ratio({
            good: 'sum(rate(http_requests_total{service="late",code="500"}[{{.window}}]))',
            total:
              'sum(rate(http_requests_total{service="late"}[{{.window}}]))',
          }),
        }),
      ],
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
    });
    const [first] = readings[0].buckets;
    expect(first.start).toBe(Math.floor(LATE_ERRORS_FROM / 300) * 300);
  });

  it.each([
    ['bare counters', 'http_requests_total{service="resets"}'],
    ['sum of bare counters', 'sum(http_requests_total{service="resets"})'],
    [
      'increase',
      'sum(increase(http_requests_total{service="resets"}[{{ .window }}]))',
    ],
    [
      'a difference',
      'sum(rate(http_requests_total{service="resets"}[{{.window}}])) - sum(rate(http_requests_total{service="resets",code="none"}[{{.window}}]) or 0 * rate(http_requests_total{service="resets"}[{{.window}}]))',
    ],
    [
      'a clamp',
      'clamp_min(sum(increase(http_requests_total{service="resets"}[{{.window}}])), 0)',
    ],
    [
      'a fallback',
      'sum(rate(http_requests_total{service="resets"}[{{.window}}])) or vector(0)',
    ],
  ])('reads %s to the same truth', async (_, total) => {
    const { readings } = await sourceOf(server).readBuckets({
      objectives: [
        objective({
          indicator: ratio({
            bad: 'sum(rate(http_requests_total{service="resets",code="500"}[{{.window}}])) or vector(0)',
            total,
          }),
        }),
      ],
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
    });
    expect(readings[0].faults).toEqual([]);
    const truth = truthOf('resets', 300);
    expect(readings[0].buckets).toHaveLength(truth.length);
    readings[0].buckets.forEach((bucket, index) => {
      expect(bucket.total).toBeCloseTo(truth[index].total, 6);
      expect(bucket.bad).toBe(truth[index].bad);
    });
  });

  it('pitfall 7: le="1" finds the bucket of Prometheus 2 and of Prometheus 3', async () => {
    const services = ['prometheus-2', 'prometheus-3'];
    const { readings } = await sourceOf(server).readBuckets({
      objectives: services.flatMap(service =>
        ['1', '0.3'].map(le =>
          objective({
            indicator: ratio({
              good: `sum(rate(http_duration_seconds_bucket{service="${service}",le="${le}"}[{{.window}}]))`,
              total: `sum(rate(http_duration_seconds_bucket{service="${service}",le="+Inf"}[{{.window}}]))`,
            }),
          }),
        ),
      ),
      from: WORLD_FROM + 300,
      to: WORLD_FROM + 600,
      step: 300,
    });
    expect(readings.map(({ buckets }) => buckets)).toEqual(
      [10, 25, 10, 25].map(bad => [
        {
          start: WORLD_FROM + 300,
          seconds: 300,
          bad,
          total: 50,
          coveredSeconds: 300,
        },
      ]),
    );
  });

  it('reads a query without aggregation where only one series matches', async () => {
    const { readings } = await sourceOf(server).readBuckets({
      objectives: [
        objective({
          indicator: ratio({
            bad: 'sum(rate(http_requests_total{service="quiet",code="500"}[{{.window}}]))',
            total:
              'rate(http_requests_total{service="quiet",code="200"}[{{.window}}])',
          }),
        }),
      ],
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
    });
    const only: SampledSeries[] = seriesOf(series, 'quiet', { code: /200/ });
    expect(readings[0].faults).toEqual([]);
    expect(sum(readings[0].buckets, 'total')).toBe(
      Array.from(visibleGrowth(only, 300).values()).reduce((a, b) => a + b),
    );
  });
});
