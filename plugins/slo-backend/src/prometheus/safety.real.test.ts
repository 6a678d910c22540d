import type { MetricsServer } from './__fixtures__/MetricsServer';
import { metricsServers } from './__fixtures__/metricsServers';
import { failureRatio, objective, ratio } from './__fixtures__/objectives';
import { sourceOf } from './__fixtures__/sourceOf';
import { world, WORLD_FROM, WORLD_TO } from './__fixtures__/world';

const services = ['busy', 'quiet', 'resets', 'outage', 'slow'];
const span = { from: WORLD_FROM, to: WORLD_TO, step: 300 };

const { isMissing, servers } = metricsServers();
const suite = isMissing ? describe.skip : describe;

suite.each(servers)('reading safely, $kind', ({ start }) => {
  let server: MetricsServer;
  beforeAll(async () => {
    server = await start(world());
  });
  afterAll(() => server?.stop());

  const good = services.map(service =>
    objective({ indicator: failureRatio(service) }),
  );
  /** Readable, but the server refuses it: many series on both sides. */
  const bad = objective({
    indicator: ratio({
      bad: 'sum(rate(http_requests_total{service="busy"}[{{.window}}]) * on (service) rate(http_requests_total{service="busy"}[{{.window}}]))',
      total: 'sum(rate(http_requests_total{service="busy"}[{{.window}}]))',
    }),
  });

  it('pitfall 14: one bad query never spoils its group', async () => {
    const source = sourceOf(server);
    const alone = await source.readBuckets({ ...span, objectives: good });
    const mixed = await source.readBuckets({
      ...span,
      objectives: [...good.slice(0, 2), bad, ...good.slice(2)],
    });
    const [culprit] = mixed.readings.splice(2, 1);
    expect(mixed.readings).toEqual(alone.readings);
    expect(culprit.buckets).toEqual([]);
    expect(culprit.faults).toEqual([
      {
        path: 'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
        message: expect.stringContaining('refused the query'),
      },
    ]);

    const again = await source.readBuckets({
      ...span,
      objectives: [...good, bad],
    });
    expect(again.queries).toBe(alone.queries);
    expect(again.readings.at(-1)?.faults).toEqual(culprit.faults);
  });

  it('pitfall 14: an enforced matcher decides what is read', async () => {
    const source = sourceOf(server, { enforcedMatchers: { code: '500' } });
    const [allowed, refused] = (
      await source.readBuckets({
        ...span,
        objectives: [
          objective({
            indicator: ratio({
              bad: 'sum(rate(http_requests_total{service="busy",code="500"}[{{.window}}]))',
              total:
                'sum(rate(http_requests_total{service="busy"}[{{.window}}]))',
            }),
          }),
          objective({ indicator: failureRatio('busy') }),
        ],
      })
    ).readings;
    expect(allowed.buckets).toHaveLength(72);
    expect(allowed.buckets.every(bucket => bucket.bad === bucket.total)).toBe(
      true,
    );
    expect(refused.faults).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('reads only code="500"'),
      }),
    ]);
  });

  it('reads on in smaller pieces when an answer is too large', async () => {
    const whole = await sourceOf(server).readBuckets({
      ...span,
      objectives: good,
    });
    const small = await sourceOf(server, {
      maxResponseBytes: 2_000,
    }).readBuckets({ ...span, objectives: good });
    expect(small.readings).toEqual(whole.readings);
    expect(small.queries).toBeGreaterThan(whole.queries);
  });

  it('gives up an objective whose smallest answer is too large', async () => {
    const { readings } = await sourceOf(server, {
      maxResponseBytes: 80,
    }).readBuckets({ ...span, to: WORLD_FROM + 300, objectives: good });
    for (const { buckets, faults } of readings) {
      expect(buckets).toEqual([]);
      expect(faults[0].message).toContain('larger than 80 bytes');
    }
  });

  it('explains with queries that the server answers', async () => {
    for (const one of [
      ...good,
      objective({
        indicator: failureRatio('busy'),
        budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
      }),
    ]) {
      const [first, second] = sourceOf(server).explain(one);
      for (const { text } of [first, second]) {
        const answer = await fetch(`${server.baseUrl}/api/v1/query`, {
          method: 'POST',
          body: new URLSearchParams({ query: text, time: String(WORLD_TO) }),
        });
        const { data } = await answer.json();
        expect(data.result).toHaveLength(1);
      }
    }
  });

  it('throws when the server is gone', async () => {
    const gone = sourceOf({ baseUrl: 'http://127.0.0.1:1' });
    await expect(
      gone.readBuckets({ ...span, objectives: good }),
    ).rejects.toThrow('The source test did not answer');
  });
});
