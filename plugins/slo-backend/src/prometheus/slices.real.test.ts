import type { Budgeting } from '@plimsoll/plugin-slo-common';
import type { MetricsServer } from './__fixtures__/MetricsServer';
import { metricsServers } from './__fixtures__/metricsServers';
import { failureRatio, objective, ratio } from './__fixtures__/objectives';
import { sourceOf } from './__fixtures__/sourceOf';
import { visibleGrowth } from './__fixtures__/visibleGrowth';
import {
  OUTAGE,
  seriesOf,
  world,
  WORLD_FROM,
  WORLD_TO,
} from './__fixtures__/world';

const series = world();

/** Slices of a service by the bucket in which they end. */
function slicesOf(service: string, sliceSeconds: number) {
  const bad = visibleGrowth(
    seriesOf(series, service, { code: /5../ }),
    sliceSeconds,
  );
  const slices = Array.from(
    visibleGrowth(seriesOf(series, service), sliceSeconds),
    ([start, total]) => ({ start, total, bad: bad.get(start) ?? 0 }),
  ).filter(({ start }) => start >= WORLD_FROM && start < WORLD_TO);
  return (from: number, to: number) =>
    slices.filter(({ start }) => {
      const end = start + sliceSeconds;
      return end > from && end <= to;
    });
}

const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;

suite.each(servers)('reading time slices, $kind', ({ start }) => {
  let server: MetricsServer;
  beforeAll(async () => {
    server = await start(series);
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
    expect(readings[0].faults).toEqual([]);
    return readings[0].buckets;
  };

  it.each([
    ['busy', 60],
    ['outage', 60],
    ['outage', 100],
    ['resets', 60],
    ['resets', 150],
    ['crashing', 60],
    ['quiet', 60],
    ['late', 60],
    ['pods', 60],
    ['outage', 300],
    ['resets', 900],
    ['outage', 3_600],
  ])('%s in slices of %d s', async (service, sliceSeconds) => {
    const budgeting: Budgeting = {
      method: 'timeslices',
      sliceSeconds,
      sliceTarget: 0.98,
    };
    const slices = slicesOf(service, sliceSeconds);
    const buckets = await read({ indicator: failureRatio(service), budgeting });
    expect(buckets.length).toBeGreaterThan(65);
    for (const { start: from, seconds, bad, total } of buckets) {
      const mine = slices(from, from + seconds).filter(one => one.total > 0);
      expect([from, total]).toEqual([from, mine.length]);
      expect(bad).toBe(
        mine.filter(one => (one.total - one.bad) / one.total < 0.98).length,
      );
    }
  });

  it.each([
    ['outage', 60],
    ['quiet', 60],
    ['outage', 300],
    ['quiet', 300],
    ['outage', 900],
  ])(
    'takes the mean of the ratios of %s in slices of %d s',
    async (service, sliceSeconds) => {
      const slices = slicesOf(service, sliceSeconds);
      const buckets = await read({
        indicator: failureRatio(service),
        budgeting: { method: 'ratio-timeslices', sliceSeconds },
      });
      expect(buckets).toHaveLength(72);
      for (const { start: from, seconds, bad, total } of buckets) {
        const mine = slices(from, from + seconds).filter(one => one.total > 0);
        expect(total).toBe(mine.length);
        expect(bad).toBeCloseTo(
          mine.reduce((sum, one) => sum + one.bad / one.total, 0),
          9,
        );
      }
    },
  );

  it('sees the seventeen bad minutes of an outage', async () => {
    const buckets = await read({
      indicator: failureRatio('outage'),
      budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.8 },
    });
    const bad = buckets.reduce((sum, bucket) => sum + bucket.bad, 0);
    expect(bad).toBe((OUTAGE[1] - OUTAGE[0]) / 60);
  });

  it('judges good events as it judges bad ones', async () => {
    const total =
      'sum(rate(http_requests_total{service="outage"}[{{.window}}]))';
    const good = total.replace('}[', ',code!~"5.."}[');
    const budgeting: Budgeting = {
      method: 'timeslices',
      sliceSeconds: 60,
      sliceTarget: 0.9,
    };
    expect(
      await read({ indicator: ratio({ good, total }), budgeting }),
    ).toEqual(await read({ indicator: failureRatio('outage'), budgeting }));
  });

  it('does not count a slice without traffic, and covers it', async () => {
    const buckets = await read({
      indicator: failureRatio('quiet'),
      budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
    });
    expect(buckets.every(({ coveredSeconds }) => coveredSeconds === 300)).toBe(
      true,
    );
    expect(buckets.some(({ total }) => total < 5)).toBe(true);
  });

  it('counts slices of a threshold metric by the share of samples that keep it', async () => {
    const indicator = {
      kind: 'threshold',
      metric: { spec: { query: 'latency_p95_seconds{service="busy"}' } },
      operator: 'lte',
      threshold: 0.4,
    } as const;
    const each = await read({
      indicator,
      budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 1 },
    });
    const occurrences = await read({ indicator });
    expect(each).toEqual(occurrences);

    const five = await read({
      indicator,
      budgeting: { method: 'timeslices', sliceSeconds: 300, sliceTarget: 0.9 },
    });
    five.forEach((bucket, index) => {
      expect(bucket).toMatchObject({
        total: 1,
        bad: occurrences[index].bad > 0 ? 1 : 0,
      });
    });
  });

  it('reads whole slices for a part of the time, and rounds a partial bucket down', async () => {
    const budgeting: Budgeting = {
      method: 'timeslices',
      sliceSeconds: 3_600,
      sliceTarget: 0.99,
    };
    const indicator = failureRatio('outage');
    const all = await read({ indicator, budgeting });
    const from = WORLD_FROM + 10_500;
    const part = await read({ indicator, budgeting }, { from, to: from + 900 });
    expect(part).toEqual(
      all.filter(bucket => bucket.start >= from && bucket.start < from + 900),
    );
    expect(part.map(({ total, bad }) => [total, bad])).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    const [partial] = await read(
      { indicator, budgeting: { ...budgeting, sliceSeconds: 60 } },
      { from, to: from + 179 },
    );
    expect(partial).toMatchObject({ seconds: 120, total: 2 });
  });
});
