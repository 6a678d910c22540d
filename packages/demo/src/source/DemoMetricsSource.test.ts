import type { Bucket } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { demoObjectives } from '../__testUtils__/demoObjectives';
import { failedRequests, objectiveOf } from '../__testUtils__/objectives';
import { DemoMetricsSource } from './DemoMetricsSource';

const DAY = 86_400;
/** Saturday, 21 November 2026, 13:00 in Warsaw. */
const NOW = Date.parse('2026-11-21T12:00:00Z') / 1000;
/** 28 October 2026, 02:00 in Warsaw. */
const OUTAGE = Date.parse('2026-10-28T01:00:00Z') / 1000;

const sourceAt = (now: number) => DemoMetricsSource.create({ now: () => now });
const cart = objectiveOf(failedRequests('cart'));

async function buckets(options: {
  from: number;
  to: number;
  step?: number;
  now?: number;
}): Promise<Bucket[]> {
  const { from, to, step = 300, now = NOW } = options;
  const objectives = [cart];
  const { readings } = await sourceAt(now).readBuckets({
    objectives,
    from,
    to,
    step,
  });
  return readings[0].buckets;
}

function sums(read: Bucket[]) {
  return read.reduce(
    (sum, { bad, total, coveredSeconds }) => ({
      bad: sum.bad + bad,
      total: sum.total + total,
      coveredSeconds: sum.coveredSeconds + coveredSeconds,
    }),
    { bad: 0, total: 0, coveredSeconds: 0 },
  );
}

describe('DemoMetricsSource', () => {
  it('gives the same buckets however a range is divided into reads', async () => {
    const from = NOW - 30 * DAY;
    const length = 2 * 288;
    const whole = await buckets({ from, to: from + length * 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: length - 1 }), {
          maxLength: 6,
        }),
        async cuts => {
          const edges = [0, ...cuts.sort((a, b) => a - b), length];
          const pieces: Bucket[] = [];
          for (let index = 1; index < edges.length; index += 1) {
            pieces.push(
              ...(await buckets({
                from: from + edges[index - 1] * 300,
                to: from + edges[index] * 300,
              })),
            );
          }
          expect(pieces).toEqual(whole);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives the same sums at any step, and to any reader at any later time', async () => {
    const range = { from: NOW - 3 * DAY, to: NOW - 2 * DAY };
    const fine = sums(await buckets(range));
    expect(fine.total).toBeGreaterThan(1_000_000);
    expect(sums(await buckets({ ...range, step: 900 }))).toEqual(fine);
    expect(sums(await buckets({ ...range, step: 3_600 }))).toEqual(fine);
    expect(await buckets({ ...range, now: NOW + 20 * DAY + 17 })).toEqual(
      await buckets(range),
    );
  });

  it('fills the newest bucket second by second', async () => {
    const seconds = fc.integer({ min: 1, max: 300 });
    const full = await buckets({ from: NOW - 300, to: NOW });
    await fc.assert(
      fc.asyncProperty(seconds, seconds, async (one, other) => {
        const [early, late] = [one, other].sort((a, b) => a - b);
        const [[first], [second]] = await Promise.all(
          [early, late].map(length =>
            buckets({ from: NOW - 300, to: NOW - 300 + length }),
          ),
        );
        expect(first).toMatchObject({ seconds: early, coveredSeconds: early });
        expect(first.total).toBeLessThanOrEqual(second.total);
        expect(first.bad).toBeLessThanOrEqual(second.bad);
        expect(second.total).toBeLessThanOrEqual(full[0].total);
      }),
    );
  });

  it('says nothing about the future', async () => {
    const read = await buckets({
      from: NOW - 600,
      to: NOW + 900,
      now: NOW - 120,
    });
    expect(read.map(({ start, seconds }) => [start - NOW, seconds])).toEqual([
      [-600, 300],
      [-300, 180],
    ]);
  });

  it('remembers sixty days', async () => {
    const oldest = await sourceAt(NOW + 1).oldestSample();
    expect(oldest).toBe(NOW - 60 * DAY + 300);
    const read = await buckets({
      from: NOW - 60 * DAY - 900,
      to: NOW - 60 * DAY + 900,
      now: NOW + 1,
    });
    expect(read.map(({ start }) => start)).toEqual([oldest, oldest + 300]);
  });

  it('has nothing of the two hours in which it was down', async () => {
    const read = await buckets({ from: OUTAGE - 600, to: OUTAGE + 7_800 });
    expect(read.map(({ start }) => start - OUTAGE)).toEqual([
      -600, -300, 7_200, 7_500,
    ]);
  });

  it('tells of those two hours that it was down, as far as it is asked', async () => {
    const outages = async (from: number, to: number) =>
      (
        await sourceAt(NOW).readBuckets({
          objectives: [cart],
          from,
          to,
          step: 300,
        })
      ).outages;
    const end = OUTAGE + 7_200;
    expect(await outages(OUTAGE - DAY, end + DAY)).toEqual([
      { from: OUTAGE, to: end },
    ]);
    expect(await outages(OUTAGE + 300, OUTAGE + 900)).toEqual([
      { from: OUTAGE + 300, to: OUTAGE + 900 },
    ]);
    expect(await outages(end, end + DAY)).toEqual([]);
    // Every five weeks, by the clocks of Warsaw, which were put back in
    // between; of what it has forgotten it says nothing.
    const before = Date.parse('2026-09-23T00:00:00Z') / 1000;
    expect(await outages(NOW - 200 * DAY, NOW + 100 * DAY)).toEqual([
      { from: before, to: before + 7_200 },
      { from: OUTAGE, to: end },
    ]);
  });

  it('keeps the faults of one objective to itself', async () => {
    const faulty = objectiveOf(failedRequests('nobody'));
    const source = sourceAt(NOW);
    const { readings, queries } = await source.readBuckets({
      objectives: [cart, faulty, cart],
      from: NOW - 600,
      to: NOW,
      step: 300,
    });
    expect(queries).toBe(0);
    expect(readings.map(reading => reading.buckets.length)).toEqual([2, 0, 2]);
    expect(readings[1].faults).toEqual(source.validate(faulty));
    expect(readings[1].faults.map(({ path }) => path)).toEqual([
      'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
      'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
    ]);
    expect(readings[1].faults[0].message).toMatch(/no such series/);
    expect(source.validate(cart)).toEqual([]);
  });

  it('refuses ratios of gauges', () => {
    const indicator = { ...failedRequests('cart'), counter: false } as const;
    expect(sourceAt(NOW).validate(objectiveOf(indicator))).toEqual([
      expect.objectContaining({
        path: 'spec.indicator.spec.ratioMetric.counter',
      }),
    ]);
  });

  it.each([
    ['lt', 1, 0],
    ['lte', 1, 1],
    ['gt', 1, 0],
    ['gte', 1, 1],
  ] as const)(
    'compares a threshold by %s',
    async (operator, threshold, good) => {
      const objective = objectiveOf({
        kind: 'threshold',
        metric: {
          spec: { query: 'probe_success_ratio{service="address-book"}' },
        },
        operator,
        threshold,
      });
      const { readings } = await sourceAt(NOW).readBuckets({
        objectives: [objective],
        from: NOW - 300,
        to: NOW,
        step: 300,
      });
      expect(readings[0].buckets).toMatchObject([
        { total: 5, bad: 5 * (1 - good) },
      ]);
    },
  );

  it.each([
    ['success', 0.5],
    ['failure', 4.5],
  ] as const)('reads a raw ratio of %s', async (rawType, bad) => {
    const objective = objectiveOf({
      kind: 'raw',
      rawType,
      raw: {
        spec: { query: 'avg(probe_success_ratio{service="address-book"})' },
      },
    });
    // Two minutes at 0.75, from 17:42 on Saturday, 31 October.
    const from = Date.parse('2026-10-31T16:40:00Z') / 1000;
    const { readings } = await sourceAt(NOW).readBuckets({
      objectives: [objective],
      from,
      to: from + 300,
      step: 300,
    });
    const [bucket] = readings[0].buckets;
    expect(bucket.total).toBe(5);
    expect(bucket.bad).toBeCloseTo(bad, 9);
  });

  it('explains itself by the queries of the document, as made up', () => {
    const source = sourceAt(NOW);
    expect(source.demo).toBe(true);
    const { indicator } = cart;
    expect(source.explain(cart)).toEqual([
      {
        name: 'bad',
        language: 'promql',
        text: indicator.kind === 'ratio' && indicator.bad!.spec.query,
        note: 'demo-data',
        notes: ['demo-data'],
      },
      expect.objectContaining({ name: 'total', note: 'demo-data' }),
    ]);
    const [bad, total] = source.explain(
      objectiveOf(failedRequests('shipping-quotes')),
    );
    expect(bad.notes).toEqual(['demo-data', 'demo-late-series']);
    expect(total.notes).toEqual(['demo-data']);
    const [resets] = source.explain(
      objectiveOf(failedRequests('image-resizer')),
    );
    expect(resets.notes).toEqual(['demo-data', 'demo-counter-resets']);
  });

  it('throws while it is down and answers as before afterwards', async () => {
    let down = true;
    const source = DemoMetricsSource.create({
      now: () => NOW,
      isDown: () => down,
    });
    const request = { objectives: [cart], from: NOW - 600, to: NOW, step: 300 };
    await expect(source.readBuckets(request)).rejects.toThrow(/down: true/);
    await expect(source.oldestSample()).rejects.toThrow(/down: true/);
    expect(source.validate(cart)).toEqual([]);
    down = false;
    const { readings } = await source.readBuckets(request);
    expect(readings[0].buckets).toEqual(
      await buckets({ from: NOW - 600, to: NOW }),
    );
  });

  it('stops when nobody waits any more', async () => {
    const request = { objectives: [cart], from: NOW - 600, to: NOW, step: 300 };
    await expect(
      sourceAt(NOW).readBuckets({ ...request, signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/);
  });

  it('speaks of now where no clock is given', async () => {
    const oldest = await DemoMetricsSource.create().oldestSample();
    const age = Date.now() / 1000 - oldest;
    expect(age).toBeGreaterThan(60 * DAY - 310);
    expect(age).toBeLessThanOrEqual(60 * DAY + 600);
  });

  it('reads sixty days of a hundred objectives within a minute of a processor', async () => {
    const all = demoObjectives();
    const objectives = Array.from(
      { length: 100 },
      (_, index) => all[index % all.length],
    );
    const source = sourceAt(NOW);
    const before = process.cpuUsage();
    await source.readBuckets({
      objectives,
      from: await source.oldestSample(),
      to: NOW,
      step: 300,
    });
    const { user } = process.cpuUsage(before);
    // 1.3 s here, four where much else is done; the rest is for slower machines
    expect(user / 1e6).toBeLessThan(60);
  });
});
