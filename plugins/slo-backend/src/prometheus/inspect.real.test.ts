import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { MetricsServer } from './__fixtures__/MetricsServer';
import { metricsServers } from './__fixtures__/metricsServers';
import { failureRatio, objective, ratio } from './__fixtures__/objectives';
import { counter } from './__fixtures__/SampledSeries';
import { sourceOf } from './__fixtures__/sourceOf';
import { world, WORLD_FROM, WORLD_TO } from './__fixtures__/world';

const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;

const TOTAL = 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query';
const counting = (total: string, bad: string = total): ObjectiveDefinition =>
  objective({ indicator: ratio({ bad, total }) });
const requests = (matchers: string) =>
  `sum(rate(http_requests_total{${matchers}}[{{.window}}]))`;

suite.each(servers)('looking behind queries, $kind', ({ start }) => {
  let server: MetricsServer;
  beforeAll(async () => {
    const bucket = (le: string) =>
      counter({
        metric: 'latency_seconds_bucket',
        labels: { service: 'busy', le },
        from: WORLD_FROM,
        to: WORLD_TO,
        scrapeSeconds: 60,
        eventsAt: () => 10,
      });
    server = await start([...world(), ...['0.25', '1.0', '+Inf'].map(bucket)]);
  });
  afterAll(() => server?.stop());

  const inspect = (
    one: ObjectiveDefinition,
    options?: Parameters<typeof sourceOf>[1],
  ) => sourceOf(server, options).inspect({ objective: one, at: WORLD_TO });
  const totalOf = async (
    one: ObjectiveDefinition,
    options?: Parameters<typeof sourceOf>[1],
  ) => {
    const { queries, unanswered } = await inspect(one, options);
    expect(unanswered).toEqual([]);
    return queries.find(({ path }) => path === TOTAL)!;
  };

  it('finds the series, one answer, the volume and the first sample', async () => {
    const inspection = await inspect(
      objective({ indicator: failureRatio('busy') }),
    );
    expect(inspection.unanswered).toEqual([]);
    expect(
      inspection.queries.map(({ role, answers }) => [role, answers]),
    ).toEqual([
      ['bad', 1],
      ['total', 1],
    ]);
    const [total] = inspection.queries[1].selectors;
    expect(total).toMatchObject({
      text: 'http_requests_total{service="busy"}',
      metric: 'http_requests_total',
    });
    expect(total.series).toBeGreaterThan(1);
    // 30 days are looked at in steps of 12 hours, the last day in short ones
    expect(inspection.firstSampleAt).toBeGreaterThanOrEqual(WORLD_FROM);
    expect(inspection.firstSampleAt).toBeLessThan(WORLD_FROM + 1_800);
  });

  it('knows the volume of a day, also of a series that is younger', async () => {
    const { unitsPerDay } = await inspect(
      objective({ indicator: failureRatio('busy') }),
    );
    // 3 pods, about 400 requests each 15 s
    const truth = (3 * 400 * 86_400) / 15;
    expect(unitsPerDay! / truth).toBeGreaterThan(0.8);
    expect(unitsPerDay! / truth).toBeLessThan(1.2);
  });

  it('tells a metric that does not exist from labels that match nothing', async () => {
    const typo = await totalOf(
      counting('sum(rate(http_request_total{service="busy"}[{{.window}}]))'),
    );
    expect(typo.answers).toBe(0);
    expect(typo.selectors).toEqual([
      {
        text: 'http_request_total{service="busy"}',
        metric: 'http_request_total',
        series: 0,
        metricExists: false,
      },
    ]);
    const label = await totalOf(
      counting(requests('service="busy",code="999"')),
    );
    expect(label.selectors[0]).toMatchObject({
      series: 0,
      metricExists: true,
      emptyMatchers: ['code="999"'],
    });
    const { selectors } = await totalOf(
      counting(requests('service="late",pod="busy-1"')),
    );
    expect(selectors[0]).toMatchObject({ series: 0, metricExists: true });
  });

  it('names the labels by which several answers differ', async () => {
    const several = await totalOf(
      counting(
        'sum by (code) (rate(http_requests_total{service="busy"}[{{.window}}]))',
      ),
    );
    expect(several.answers).toBeGreaterThan(1);
    expect(several.differingLabels).toEqual(['code']);
  });

  it('lists the buckets of a histogram, and finds 1 written 1.0', async () => {
    const bucket = (le: string) =>
      totalOf(
        counting(
          `sum(rate(latency_seconds_bucket{service="busy",le="${le}"}[{{.window}}]))`,
        ),
      );
    const written = await bucket('1');
    expect(written.selectors[0].series).toBe(1);
    expect(written.selectors[0].bucket?.asked).toBe('1');
    expect([...written.selectors[0].bucket!.present].sort()).toEqual([
      '+Inf',
      '0.25',
      '1.0',
    ]);
    const absent = await bucket('0.4');
    expect(absent.selectors[0]).toMatchObject({
      series: 0,
      bucket: { asked: '0.4' },
    });
  });

  it('sees nothing beyond what the source enforces', async () => {
    const others = { enforcedMatchers: { service: 'quiet' } };
    const hidden = await totalOf(
      counting(requests('code="200"'), requests('code="500"')),
      others,
    );
    // one pod of one service, of the whole fleet's
    expect(hidden.selectors[0].series).toBe(1);
    const { queries } = await inspect(
      counting(requests('service="busy"')),
      others,
    );
    expect(queries).toEqual([]);
    const bucket = await totalOf(
      counting('sum(rate(latency_seconds_bucket{le="0.4"}[{{.window}}]))'),
      others,
    );
    expect(bucket.selectors[0]).toMatchObject({
      series: 0,
      metricExists: false,
      bucket: { asked: '0.4', present: [] },
    });
  });

  it('throws when the server is gone', async () => {
    await expect(
      sourceOf({ baseUrl: 'http://127.0.0.1:1' }).inspect({
        objective: objective({ indicator: failureRatio('busy') }),
        at: WORLD_TO,
      }),
    ).rejects.toThrow(/test/);
  });
});
