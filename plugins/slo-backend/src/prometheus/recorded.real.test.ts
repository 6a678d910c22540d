import type { Bucket, ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { HttpPrometheus } from '@plimsoll/prometheus-client';
import type { MetricsServer } from './__fixtures__/MetricsServer';
import { metricsServers } from './__fixtures__/metricsServers';
import { failureRatio, objective, ratio } from './__fixtures__/objectives';
import { visibleGrowth } from './__fixtures__/visibleGrowth';
import { counter, type SampledSeries } from './__fixtures__/SampledSeries';
import {
  GAP,
  OUTAGE,
  seriesOf,
  world,
  WORLD_FROM,
  WORLD_TO,
} from './__fixtures__/world';
import { recordingOf } from './__testUtils__/recordingOf';
import { spiedSource } from './__testUtils__/spiedSource';

/** When good orders were not scraped, while all orders were. */
const UNSEEN = [WORLD_FROM + 12_060, WORLD_FROM + 12_480] as const;

const ofOrders = { from: WORLD_FROM, to: WORLD_TO, scrapeSeconds: 60 };
const orders: SampledSeries[] = [
  { metric: 'orders_total', gaps: [] },
  { metric: 'orders_served_total', gaps: [UNSEEN] },
].map(({ metric, gaps }) =>
  counter({
    ...ofOrders,
    metric,
    gaps,
    labels: { service: 'orders' },
    eventsAt: () => 60,
  }),
);
const series = [...world(), ...orders];
const NOON = WORLD_FROM + 3_600;
/** Rules are evaluated each minute, 37 s after the full one. */
const RECORDED = { from: WORLD_FROM + 637, to: WORLD_TO };
/** Stands for a tenant: what its queries must carry. */
const TENANT = { pod: 'quiet-0' };

const of = (service: string, given: Partial<ObjectiveDefinition> = {}) =>
  objective({
    ref: `slo:default/${service.replace(/\W/g, '-')}`,
    indicator: failureRatio(service),
    ...given,
  });

const busy = of('busy');
const quiet = of('quiet');
const outage = of('outage');
const resets = of('resets');
const late = of('late');
const gap = of('gap');
const latency = objective({
  ref: 'slo:default/latency',
  indicator: {
    kind: 'threshold',
    metric: { spec: { query: 'latency_p95_seconds{service="busy"}' } },
    operator: 'lt',
    threshold: 0.45,
  },
});
const served = objective({
  ref: 'slo:default/served',
  indicator: ratio({
    good: 'sum(rate(http_requests_total{service="busy",code="200"}[{{.window}}]))',
    total: 'sum(rate(http_requests_total{service="busy"}[{{.window}}]))',
  }),
});
const ordered = objective({
  ref: 'slo:default/ordered',
  indicator: ratio({
    good: 'sum(rate(orders_served_total[{{.window}}]))',
    total: 'sum(rate(orders_total[{{.window}}]))',
  }),
});
const sliced = of('busy', {
  ref: 'slo:default/sliced',
  budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.97 },
});
const ofTenant = of('quiet', { ref: 'slo:default/of-tenant' });
const fleet = [
  busy,
  quiet,
  outage,
  resets,
  late,
  gap,
  latency,
  served,
  ordered,
];

/** Cells as the ledger keeps them: who covers as much of one comes last. */
function keep(ledger: Map<number, Bucket>, buckets: readonly Bucket[]) {
  for (const bucket of buckets) {
    const before = ledger.get(bucket.start);
    if (!before || bucket.coveredSeconds >= before.coveredSeconds) {
      ledger.set(bucket.start, bucket);
    }
  }
}

const sum = (buckets: Iterable<Bucket>, key: 'bad' | 'total') =>
  Array.from(buckets).reduce((total, bucket) => total + bucket[key], 0);

const { isMissing, servers } = metricsServers();
const recordable = servers.filter(({ record }) => record);
const suite = isMissing ? describe.skip : describe;

suite('reading recorded series', () => {
  let prometheus: MetricsServer;
  beforeAll(async () => {
    prometheus = await recordable[0].record!(series, {
      ...recordingOf(fleet, RECORDED),
      ruleFiles: [fleet, [ofTenant]].flatMap(
        (objectives, index) =>
          recordingOf(objectives, {
            ...RECORDED,
            settings: index ? { enforcedMatchers: TENANT } : {},
          }).ruleFiles,
      ),
    });
  });
  afterAll(() => prometheus?.stop());

  const read = async (
    objectives: ObjectiveDefinition[],
    options: Parameters<typeof spiedSource>[1] & {
      server?: MetricsServer;
      from?: number;
      to?: number;
    } = {},
  ) => {
    const { server = prometheus, from = NOON, to = NOON + 540 } = options;
    const { source, queries } = spiedSource(server, options);
    const { readings } = await source.readBuckets({
      objectives,
      from,
      to,
      step: 300,
    });
    return { source, queries, readings };
  };

  it('reads the whole fleet with eight queries, and names none of its metrics', async () => {
    const { source, queries } = spiedSource(prometheus);
    const request = { from: NOON, to: NOON + 540, step: 300 };
    const result = await source.readBuckets({ objectives: fleet, ...request });
    expect(result.queries).toBe(8);
    expect(queries).toHaveLength(8);
    expect(queries.join(' ')).not.toMatch(/http_requests|latency_p95/);
    for (const { buckets, faults } of result.readings) {
      expect(faults).toEqual([]);
      expect(buckets.map(({ start, seconds }) => [start, seconds])).toEqual([
        [NOON, 300],
        [NOON + 300, 240],
      ]);
    }
    await source.readBuckets({ objectives: [quiet, busy], ...request });
    expect(queries).toHaveLength(8);
  });

  it('counts in two hours, minute by minute, what there was', async () => {
    const { source, queries } = spiedSource(prometheus);
    const counted = [busy, quiet, outage, resets, latency];
    const ledgers = counted.map(() => new Map<number, Bucket>());
    const to = NOON + 7_200;
    for (let at = NOON; at <= to + 540; at += 60) {
      const { readings } = await source.readBuckets({
        objectives: counted,
        from: Math.floor(at / 300) * 300 - 300,
        to: at,
        step: 300,
      });
      readings.forEach(({ buckets }, index) => keep(ledgers[index], buckets));
    }
    expect(queries.join(' ')).not.toContain('http_requests');
    const cells = ledgers.map(ledger =>
      Array.from(ledger.values()).filter(
        ({ start }) => start >= NOON && start < to,
      ),
    );
    ['busy', 'quiet', 'outage', 'resets'].forEach((service, index) => {
      expect(cells[index]).toHaveLength(24);
      const truth = (code: RegExp) =>
        Array.from(visibleGrowth(seriesOf(series, service, { code }), 300))
          .filter(([start]) => start >= NOON && start < to)
          .reduce((total, [, growth]) => total + growth, 0);
      const [all, bad] = [truth(/./), truth(/5../)];
      const within = (value: number, expected: number) =>
        Math.abs(value - expected) <= 2 + expected / 100;
      expect([
        service,
        within(sum(cells[index], 'total'), all),
        within(sum(cells[index], 'bad'), bad),
      ]).toEqual([service, true, true]);
    });
    // 120 scrapes, of which four are no numbers; a cell keeps what covers most
    expect(Math.abs(sum(cells[4], 'total') - 116)).toBeLessThanOrEqual(3);
    expect(sum(cells[4], 'bad')).toBeGreaterThan(20);
  });

  it('has all of an outage in the newest bucket, a minute after it began', async () => {
    const begins = OUTAGE[0];
    expect(begins % 300).toBe(0);
    const { readings } = await read([outage], {
      from: begins - 300,
      to: begins + 180,
    });
    const [before, now] = readings[0].buckets;
    expect(before.bad / before.total).toBeLessThan(0.02);
    expect(now).toMatchObject({ start: begins, seconds: 180 });
    // half fails, for three minutes less what rules lag behind
    expect(now.bad / now.total).toBeGreaterThan(0.3);
  });

  it('measures what rules of another document have recorded', async () => {
    const changed = of('quiet', { ref: busy.ref });
    const [asRecorded, exact] = [
      await read([changed, busy]),
      await read([changed], { recordedRules: 'off' }),
    ];
    expect(asRecorded.readings[0]).toEqual(exact.readings[0]);
    expect(asRecorded.queries.join(' ')).toContain(
      'http_requests_total{service="quiet"',
    );
    expect(asRecorded.queries.join(' ')).not.toContain('service="busy"');
  });

  it.each([
    ['time slices', sliced, NOON],
    ['what was never recorded', of('aligned'), NOON],
    ['buckets from before the rules', busy, WORLD_FROM],
    ['a bucket that began before the rules', busy, WORLD_FROM + 300],
    ['a bucket of which one half is recorded', gap, GAP[1] - 300, 840],
    ['a bucket in which good ones go missing', ordered, UNSEEN[0] - 60, 540],
    ['a bucket in which they are missing', ordered, UNSEEN[0] + 240, 600],
    ['a bucket in which they come back', ordered, UNSEEN[1] - 180, 540],
  ])('measures %s exactly', async (_, one, from, seconds = 900) => {
    const options = { from, to: from + seconds };
    const [asRecorded, exact] = [
      await read([one], options),
      await read([one], { ...options, recordedRules: 'off' }),
    ];
    expect(asRecorded.readings).toEqual(exact.readings);
    expect(asRecorded.queries.join(' ')).toMatch(/http_requests|orders_total/);
  });

  it('says of an objective how it was read', async () => {
    const { source } = await read([busy, sliced]);
    const notes = (one: ObjectiveDefinition) =>
      source.explain(one).map(({ name, note }) => [name, note]);
    expect(notes(sliced)).toEqual([
      ['bad', 'bad-or-zero'],
      ['total', 'first-sample-invisible'],
    ]);
    expect(notes(busy)).toEqual([
      ['bad', 'recorded-series'],
      ['total', 'recorded-series'],
      ['bad', 'where-not-recorded'],
      ['total', 'where-not-recorded'],
    ]);
    const [bad] = source.explain(busy);
    expect(bad.notes).toEqual(['recorded-series', 'extrapolated']);
    const [{ points }] = await HttpPrometheus.create({
      name: 'test',
      baseUrl: prometheus.baseUrl,
      headers: {},
      timeoutSeconds: 120,
      maxResponseBytes: 1_000_000,
    }).query({ query: bad.text, time: NOON + 450 });
    const { readings } = await read([busy]);
    expect(readings[0].buckets[0].bad).toBeCloseTo(points[0][1], 2);
  });

  it('reads of a tenant only what carries its label', async () => {
    const { readings, queries } = await read([ofTenant, busy], {
      enforcedMatchers: TENANT,
    });
    expect(readings[0].buckets).toHaveLength(2);
    const asked = queries.filter(query => query.includes('slo:'));
    expect(asked).toHaveLength(8);
    for (const query of queries) {
      const count = (pattern: RegExp) => (query.match(pattern) ?? []).length;
      expect(count(/pod="quiet-0"/g)).toBe(count(/\w(?=\{)/g));
    }
    // its series are recorded too, yet not of this tenant
    expect(queries.join(' ')).toContain('service="busy"');
  });

  const others = servers.filter(one => !one.record);
  const elsewhere = others.length ? describe : describe.skip;
  elsewhere.each(others.length ? others : servers)('and $kind', ({ start }) => {
    it('say the same', async () => {
      const server = await start([
        ...series,
        ...(await recordedSamples(prometheus)),
      ]);
      try {
        const [there, here] = [
          await read(fleet, { server }),
          await read(fleet),
        ];
        expect(there.queries).toHaveLength(8);
        expect(there.readings).toEqual(here.readings);
      } finally {
        await server.stop();
      }
    });
  });
});

/** What rules have recorded, for a server that evaluates none. */
async function recordedSamples(
  server: MetricsServer,
): Promise<SampledSeries[]> {
  const answer = await HttpPrometheus.create({
    name: 'test',
    baseUrl: server.baseUrl,
    headers: {},
    timeoutSeconds: 120,
    maxResponseBytes: 10_000_000,
  }).query({
    query: `{__name__=~"slo:.+"}[${RECORDED.to - WORLD_FROM}s]`,
    time: RECORDED.to,
  });
  return answer.map(({ labels: { __name__, ...labels }, points }) => ({
    metric: __name__,
    type: 'gauge',
    labels,
    samples: points.map(([time, value]) => [Math.ceil(time), value] as const),
  }));
}
