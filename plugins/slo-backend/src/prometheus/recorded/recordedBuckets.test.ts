import fc from 'fast-check';
import { recordedBuckets } from './recordedBuckets';
import { recordedPoints } from './recordedPoints';
import type { RecordedSeries, RecordedSpan } from './recordedQueries';

const START = 1_768_003_200;
const EVENTS = { means: 'bad' } as const;

type RateAt = (
  series: RecordedSeries,
  span: RecordedSpan,
  time: number,
) => number | undefined;

const bucketsOf = (
  rateAt: RateAt,
  span: { from: number; to: number },
  measurement: Parameters<typeof recordedBuckets>[0]['measurement'] = EVENTS,
  allBad: boolean = false,
) =>
  recordedBuckets({
    definition: 'd',
    measurement,
    snapshot: {
      points: recordedPoints({ ...span, step: 300 }),
      rateAt: options => rateAt(options.series, options.span, options.time),
      mayBeAllBad: definition => allBad && definition === 'd',
    },
  });

/** The same rates at any time. */
const steady =
  (bad: number | undefined, total: number | undefined): RateAt =>
  series =>
    series === 'bad' ? bad : total;

describe('recordedBuckets', () => {
  const whole = { from: START, to: START + 900 };

  it('makes counts of rates', () => {
    expect(bucketsOf(steady(0.1, 2), { from: START, to: START + 420 })).toEqual(
      [
        {
          start: START,
          seconds: 300,
          bad: 30,
          total: 600,
          coveredSeconds: 300,
        },
        {
          start: START + 300,
          seconds: 120,
          bad: 12,
          total: 240,
          coveredSeconds: 120,
        },
      ],
    );
  });

  it('counts every event once, whenever servers are scraped and rules evaluated', () => {
    const seconds = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 900, max: 2_100 }), { maxLength: 40 }),
        seconds,
        seconds,
        (events, scraped, evaluated) => {
          const counterAt = (time: number) =>
            events.filter(event => START + event <= time).length;
          // as Prometheus extrapolates four steps to five
          const rate = (time: number) => {
            const last = Math.floor((time - scraped) / 60) * 60 + scraped;
            return (counterAt(last) - counterAt(last - 240)) / 240;
          };
          const evaluations = (time: number) =>
            Array.from({ length: 5 }, (_, minutes) => {
              const latest =
                Math.floor((time - evaluated) / 60) * 60 + evaluated;
              return latest - minutes * 60;
            });
          const buckets = bucketsOf(
            (_, span, time) =>
              span === 'settled'
                ? evaluations(time).reduce((sum, at) => sum + rate(at), 0) / 5
                : rate(time),
            { from: START, to: START + 3_900 },
          );
          const settled = (buckets as Array<{ start: number; total: number }>)
            .slice(0, -1)
            .reduce((sum, { total }) => sum + total, 0);
          expect(Math.abs(settled - events.length)).toBeLessThan(0.02);
        },
      ),
    );
  });

  it('gives the newest bucket what is new, not its share of the last five minutes', () => {
    const outageSince: RateAt = (series, _, time) => {
      const failing = Math.max(0, time - START - 300) / 300;
      return series === 'bad' ? failing : 1;
    };
    const buckets = bucketsOf(outageSince, { from: START, to: START + 360 });
    expect(buckets).toMatchObject([{ bad: 0 }, { bad: 60, total: 60 }]);
    const outageUntil: RateAt = (series, _, time) =>
      series === 'bad' ? Math.max(0, START + 600 - time) / 300 : 1;
    expect(
      bucketsOf(outageUntil, { from: START, to: START + 360 }),
    ).toMatchObject([{ bad: 300 }, { bad: 0, total: 60 }]);
  });

  it('is silent where nothing is recorded', () => {
    expect(bucketsOf(() => undefined, whole)).toBe('silent');
  });

  it.each<[string, RateAt]>([
    ['bad events are missing', steady(undefined, 1)],
    ['a bucket is missing', (_, span) => (span === 'newest' ? 1 : undefined)],
    ['numbers are none', steady(0, NaN)],
    ['numbers are endless', steady(0, Infinity)],
    ['more is bad than there is', steady(2, 1)],
    ['less than nothing is bad', steady(-1, 1)],
    ['there is less than nothing', steady(0, -1)],
  ])('says nothing where %s', (_, rateAt) => {
    expect(bucketsOf(rateAt, whole)).toBeUndefined();
  });

  it('looks again where nothing is good, which may be a series that is missing', () => {
    const span = { from: START, to: START + 300 };
    expect(bucketsOf(steady(1, 1), span, { means: 'good' })).toBeUndefined();
    expect(bucketsOf(steady(0, 0), span, { means: 'good' })).toHaveLength(1);
    expect(bucketsOf(steady(0.99, 1), span, { means: 'good' })).toHaveLength(1);
    expect(bucketsOf(steady(1, 1), span)).toHaveLength(1);
  });

  it('looks again where nothing was good for a part of the time', () => {
    const rates = steady(0.6, 1);
    expect(bucketsOf(rates, whole, { means: 'good' }, true)).toBeUndefined();
    expect(bucketsOf(rates, whole, { means: 'good' })).toHaveLength(3);
    expect(bucketsOf(rates, whole, EVENTS, true)).toHaveLength(3);
  });

  it('covers so much as there are samples', () => {
    const samples = { means: 'bad', sampleSeconds: 60 } as const;
    const span = { from: START, to: START + 300 };
    expect(bucketsOf(steady(0, 3 / 300), span, samples)).toMatchObject([
      { total: 3, coveredSeconds: 180 },
    ]);
    expect(bucketsOf(steady(0, 0), span, samples)).toBeUndefined();
  });

  it('keeps no more digits than a rate knows', () => {
    const span = { from: START, to: START + 300 };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), rate => {
        const [bucket] = bucketsOf(steady(rate / 3, rate), span) as Array<{
          bad: number;
          total: number;
        }>;
        expect(Number.isInteger(bucket.total * 1_024)).toBe(true);
        expect(bucket.bad).toBeLessThanOrEqual(bucket.total);
        expect(Math.abs(bucket.total - rate * 300)).toBeLessThan(0.001);
      }),
    );
  });
});
