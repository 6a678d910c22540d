import type { MetricsServer } from './__fixtures__/MetricsServer';
import { metricsServers } from './__fixtures__/metricsServers';
import { objective, ratio } from './__fixtures__/objectives';
import { sourceOf } from './__fixtures__/sourceOf';
import { world, WORLD_FROM, WORLD_TO } from './__fixtures__/world';

const MINUTE = 60;

const at = (minute: number) => WORLD_FROM + minute * MINUTE;

/** Latency of the world in its n-th minute. */
const latencyAt = (minute: number) => 0.3 + (minute % 10) / 50;

const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;

suite.each(servers)('reading samples, $kind', ({ kind, start }) => {
  let server: MetricsServer;
  beforeAll(async () => {
    server = await start(world());
  });
  afterAll(() => server?.stop());

  const read = async (
    given: Parameters<typeof objective>[0],
    request: { from?: number; to?: number; step?: number } = {},
  ) => {
    const { readings } = await sourceOf(server).readBuckets({
      objectives: [objective(given)],
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
      ...request,
    });
    return readings[0];
  };

  const threshold = (query: string, value: number = 0.45) =>
    ({
      kind: 'threshold',
      metric: { spec: { query } },
      operator: 'lt',
      threshold: value,
    } as const);

  it('counts one unit of a threshold metric at each scrape step', async () => {
    const { buckets, faults } = await read({
      indicator: threshold('latency_p95_seconds{service="busy"}'),
    });
    expect(faults).toEqual([]);
    expect(buckets).toHaveLength(72);
    const plain = buckets.filter(
      bucket => bucket.start < at(95) || bucket.start >= at(115),
    );
    expect(plain).toHaveLength(68);
    for (const bucket of plain) {
      const first = (bucket.start - WORLD_FROM) / MINUTE + 1;
      const samples = [0, 1, 2, 3, 4].map(index => latencyAt(first + index));
      expect(bucket).toMatchObject({
        total: 5,
        bad: samples.filter(value => value >= 0.45).length,
      });
    }
  });

  it('adds the samples of a ready-made ratio up', async () => {
    const raw = { spec: { query: 'success_ratio{service="busy"}' } };
    const success = await read({
      indicator: { kind: 'raw', rawType: 'success', raw },
    });
    const failure = await read({
      indicator: { kind: 'raw', rawType: 'failure', raw },
    });
    expect(success.buckets).toHaveLength(72);
    success.buckets.forEach((bucket, index) => {
      const first = index * 5 + 1;
      const lost = [0, 1, 2, 3, 4].reduce(
        (sum, minute) => sum + ((first + minute) % 4) / 100,
        0,
      );
      expect(bucket.total).toBe(5);
      expect(bucket.bad).toBeCloseTo(lost, 9);
      expect(failure.buckets[index].bad).toBeCloseTo(5 - lost, 9);
    });
  });

  it('refuses percent where a ratio is due', async () => {
    const query = '100 * success_ratio{service="busy"}';
    const indicator = {
      kind: 'raw',
      rawType: 'success',
      raw: { spec: { query } },
    } as const;
    const { buckets, faults } = await read({ indicator });
    expect(buckets).toEqual([]);
    expect(faults).toEqual([
      {
        path: 'spec.indicator.spec.ratioMetric.raw.metricSource.spec.query',
        message: expect.stringMatching(/is no ratio.*divide percent by 100/),
      },
    ]);
    const sliced = await read({
      indicator,
      budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
    });
    expect(sliced).toMatchObject({ buckets: [], nonFinite: true });
  });

  it('adds gauges up as they are, a sample each scrape', async () => {
    const { buckets } = await read({
      indicator: ratio(
        {
          bad: 'sum(jobs_per_minute{service="busy",result="failed"})',
          total: 'sum(jobs_per_minute{service="busy",result="all"})',
        },
        false,
      ),
    });
    expect(buckets).toHaveLength(72);
    buckets.forEach((bucket, index) => {
      const minutes = [1, 2, 3, 4, 5].map(minute => index * 5 + minute);
      expect(bucket.total).toBe(50);
      expect(bucket.bad).toBe(
        minutes.reduce((sum, minute) => sum + (minute % 3), 0),
      );
    });
  });

  it('adds gauges over the window placeholder up, each sample once', async () => {
    const { buckets } = await read({
      indicator: ratio(
        {
          bad: 'sum_over_time(jobs_per_minute{result="failed"}[{{.window}}])',
          total: 'sum_over_time(jobs_per_minute{result="all"}[{{.window}}])',
        },
        false,
      ),
    });
    expect(buckets).toHaveLength(72);
    expect(new Set(buckets.map(({ total }) => total))).toEqual(new Set([50]));
  });

  it('pitfall 4: good > total is clamped and flagged', async () => {
    const { buckets, inconsistent } = await read({
      indicator: ratio({
        good: 'sum(rate(http_requests_total{service="busy"}[{{.window}}]))',
        total:
          'sum(rate(http_requests_total{service="busy",code="200"}[{{.window}}]))',
      }),
    });
    expect(inconsistent).toBe(true);
    expect(buckets.every(({ bad }) => bad === 0)).toBe(true);
  });

  it('pitfall 18: several series are a fault that names the labels', async () => {
    const { buckets, faults } = await read({
      indicator: threshold('max by (code, pod) (http_requests_total)'),
    });
    expect(buckets).toEqual([]);
    expect(faults).toEqual([
      {
        path: 'spec.indicator.spec.thresholdMetric.metricSource.spec.query',
        message: expect.stringMatching(
          /several series, which differ by code, pod; add sum\(\.\.\.\)/,
        ),
      },
    ]);
  });

  it('answers nothing for a series that does not exist', async () => {
    const reading = await read({ indicator: threshold('no_such_metric') });
    expect(reading).toEqual({
      buckets: [],
      faults: [],
      inconsistent: false,
      nonFinite: false,
    });
  });

  it('groups quantiles of histograms by service', async () => {
    const quantile = (service: string) =>
      threshold(
        `histogram_quantile(0.5, sum by (le) (rate(http_duration_seconds_bucket{service="${service}"}[{{.window}}])))`,
        0.2,
      );
    const { readings, queries } = await sourceOf(server).readBuckets({
      objectives: ['prometheus-2', 'prometheus-3'].map(service =>
        objective({ indicator: quantile(service) }),
      ),
      from: WORLD_FROM + 600,
      to: WORLD_FROM + 900,
      step: 300,
    });
    expect(queries).toBe(1);
    for (const { buckets, faults } of readings) {
      expect(faults).toEqual([]);
      expect(buckets).toEqual([
        {
          start: WORLD_FROM + 600,
          seconds: 300,
          bad: 5,
          total: 5,
          coveredSeconds: 300,
        },
      ]);
    }
  });

  // VictoriaMetrics keeps no NaN: to it such a sample is none.
  if (kind === 'Prometheus') {
    it('pitfall 1: NaN and +Inf are not measured, neither good nor bad', async () => {
      const reading = await read(
        { indicator: threshold('latency_p95_seconds{service="busy"}') },
        { from: at(95), to: at(115) },
      );
      expect(reading.buckets).toEqual([
        { start: at(95), seconds: 300, bad: 2, total: 4, coveredSeconds: 240 },
        { start: at(100), seconds: 300, bad: 0, total: 3, coveredSeconds: 180 },
        { start: at(105), seconds: 300, bad: 2, total: 4, coveredSeconds: 240 },
        { start: at(110), seconds: 300, bad: 0, total: 5, coveredSeconds: 300 },
      ]);
      const allStrange = await read(
        { indicator: threshold('latency_p95_seconds{service="busy"} * NaN') },
        { from: at(95), to: at(115) },
      );
      expect(allStrange).toMatchObject({ buckets: [], nonFinite: true });
    });

    it('pitfall 1: NaN in a counter leaves the bucket out', async () => {
      const reading = await read({
        indicator: ratio({
          bad: 'sum(rate(http_requests_total{service="busy",code="500"}[{{.window}}])) * NaN',
          total: 'sum(rate(http_requests_total{service="busy"}[{{.window}}]))',
        }),
      });
      expect(reading).toMatchObject({
        buckets: [],
        nonFinite: true,
        faults: [],
      });
    });
  }
});
