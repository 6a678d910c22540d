import type { Budgeting, Indicator } from '@plimsoll/plugin-slo-common';
import { parser } from '@prometheus-io/lezer-promql';
import { failureRatio, objective, ratio } from '../__fixtures__/objectives';
import { explainMeasurement } from './explainMeasurement';
import { measure } from './measure';
import { MeasurementCache } from './MeasurementCache';
import { UnreadableQueriesError } from './QueryReader';

const options = { scrapeSeconds: 60, enforcedMatchers: {} };

const measured = (indicator: Indicator, budgeting?: Budgeting) =>
  measure(
    objective({ indicator, ...(budgeting ? { budgeting } : {}) }),
    options,
  );

const texts = (indicator: Indicator, budgeting?: Budgeting) => {
  const { portion, total } = measured(indicator, budgeting);
  const rendered = [portion, total].map(expression =>
    expression.render({ windowSeconds: 300 }),
  );
  rendered.forEach(text =>
    expect(parser.parse(text).toString()).not.toContain('⚠'),
  );
  return rendered;
};

const threshold = (query: string): Indicator => ({
  kind: 'threshold',
  metric: { spec: { query } },
  operator: 'lte',
  threshold: 0.4,
});

function faultsOf(indicator: Indicator) {
  try {
    measured(indicator);
    return [];
  } catch (error) {
    return (error as UnreadableQueriesError).faults;
  }
}

describe('measure', () => {
  it('counts occurrences of counters on a grid of 15 s', () => {
    const measurement = measured(failureRatio('checkout'));
    expect(measurement).toMatchObject({
      means: 'bad',
      gridSeconds: 15,
      sampleSeconds: undefined,
      fold: undefined,
      paths: {
        portion: 'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
        total: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
      },
    });
    expect(measurement.portion.key).toContain('code=~"5.."');
  });

  it('takes rate and increase over the window for counters, whatever the document says', () => {
    const queries = {
      good: 'sum(increase(x{good="yes"}[{{.window}}]))',
      total: 'sum(increase(x[{{.window}}]))',
    };
    expect(texts(ratio(queries, false))).toEqual(texts(ratio(queries, true)));
    expect(measured(ratio(queries, false)).means).toBe('good');
  });

  it('adds gauges up at the scrape step', () => {
    const gauges = ratio({ bad: 'sum(bad)', total: 'sum(rate(x[5m]))' }, false);
    expect(texts(gauges)).toEqual([
      'sum_over_time((sum(bad))[299999ms:60s])',
      'sum_over_time((sum(rate(x[5m])))[299999ms:60s])',
    ]);
    expect(measured(gauges)).toMatchObject({
      gridSeconds: 60,
      sampleSeconds: undefined,
    });
  });

  it('evaluates a gauge query with the window as it stands', () => {
    expect(
      texts(
        ratio(
          {
            bad: 'sum_over_time(bad[{{.window}}])',
            total: 'sum_over_time(all[{{.window}}])',
          },
          false,
        ),
      ),
    ).toEqual(['sum_over_time(bad[299999ms])', 'sum_over_time(all[299999ms])']);
  });

  it('counts samples of a threshold and of a ready-made ratio', () => {
    expect(texts(threshold('max(x)'))).toEqual([
      'sum_over_time(((max(x)) > -Inf < +Inf > bool 0.4)[299999ms:60s])',
      'sum_over_time(((max(x)) * 0 == bool 0)[299999ms:60s])',
    ]);
    expect(
      texts({ kind: 'raw', rawType: 'failure', raw: { spec: { query: 'r' } } }),
    ).toEqual([
      'sum_over_time(((r) > -Inf < +Inf)[299999ms:60s])',
      'sum_over_time(((r) * 0 == bool 0)[299999ms:60s])',
    ]);
    expect(measured(threshold('max(x)'))).toMatchObject({
      means: 'bad',
      sampleSeconds: 60,
      gridSeconds: 60,
      isRatio: false,
    });
  });

  it.each([
    ['lt', '>='],
    ['lte', '>'],
    ['gt', '<='],
    ['gte', '<'],
  ] as const)('a sample breaks %s when it is %s', (operator, broken) => {
    const [portion] = texts({ ...threshold('x'), operator } as Indicator);
    expect(portion).toContain(`< +Inf ${broken} bool 0.4`);
  });

  it('fills the window of values with four scrapes at least', () => {
    const query = 'rate(x[{{.window}}])';
    const windowOf = (scrapeSeconds: number, sliceSeconds?: number) =>
      /rate\(x\[(\d+)ms\]\)/.exec(
        measure(
          objective({
            indicator: threshold(query),
            ...(sliceSeconds
              ? {
                  budgeting: {
                    method: 'timeslices',
                    sliceSeconds,
                    sliceTarget: 0.9,
                  },
                }
              : {}),
          }),
          { ...options, scrapeSeconds },
        ).total.render({ windowSeconds: 300 }),
      )?.[1];
    expect(windowOf(60)).toBe('299999');
    expect(windowOf(120)).toBe('479999');
    expect(windowOf(15, 60)).toBe('59999');
    expect(windowOf(60, 60)).toBe('239999');
    expect(windowOf(60, 3_600)).toBe('3599999');
  });

  it('counts short slices in the source and folds long ones', () => {
    const slices = (sliceSeconds: number): Budgeting => ({
      method: 'timeslices',
      sliceSeconds,
      sliceTarget: 0.95,
    });
    const short = measured(failureRatio('a'), slices(60));
    expect(short.gridSeconds).toBe(60);
    expect(short.fold).toBeUndefined();
    expect(short.portion.key).toMatch(
      /^sum_over_time\(.* < bool 0.95\)\[299999ms:60s\]\)$/,
    );
    expect(short.total.key).toMatch(/ > bool 0\)\[299999ms:60s\]\)$/);
    expect(short.portion.shapes.map(({ label }) => label)).toEqual(['service']);

    const long = measured(failureRatio('a'), slices(600));
    expect(long.fold).toEqual({ sliceSeconds: 600, target: 0.95 });
    expect(long.portion.key).toBe(measured(failureRatio('a')).portion.key);
    const mean = measured(failureRatio('a'), {
      method: 'ratio-timeslices',
      sliceSeconds: 300,
    });
    expect(mean.fold).toEqual({ sliceSeconds: 300, target: undefined });
  });

  it('does not let percent pass for perfect slices', () => {
    const [portion, total] = texts(
      { kind: 'raw', rawType: 'success', raw: { spec: { query: 'r' } } },
      { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
    );
    expect(portion).toContain('(r) >= -0.5 <= 1.5');
    expect(total).toContain('abs((r) - 0.5) <= bool 1');
  });

  it('tells the faults of all queries at once, each with its path', () => {
    expect(
      faultsOf(ratio({ good: 'sum(rate(x[5m]))', total: 'x offset 5m' })),
    ).toEqual([
      {
        path: 'spec.indicator.spec.ratioMetric.good.metricSource.spec.query',
        message: expect.stringContaining('fixed range'),
      },
      {
        path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
        message: expect.stringContaining('offset'),
      },
    ]);
    expect(faultsOf(threshold('x @ end()'))).toEqual([
      {
        path: 'spec.indicator.spec.thresholdMetric.metricSource.spec.query',
        message: expect.stringContaining('@'),
      },
    ]);
  });

  it('wants a query and nothing else', () => {
    const raw = (spec: Record<string, unknown>): Indicator => ({
      kind: 'raw',
      rawType: 'success',
      raw: { spec },
    });
    const path = 'spec.indicator.spec.ratioMetric.raw.metricSource.spec.query';
    expect(faultsOf(raw({ promql: 'x' }))).toEqual([
      { path, message: expect.stringContaining('has no query') },
    ]);
    expect(faultsOf(raw({ query: 'x', step: '1m', unit: 's' }))).toEqual([
      {
        path,
        message:
          'Prometheus reads only "query" here, not step, unit; remove them',
      },
    ]);
  });
});

describe('explainMeasurement', () => {
  const explain = (indicator: Indicator, budgeting?: Budgeting) =>
    explainMeasurement(measured(indicator, budgeting)).map(
      ({ name, notes, note, language }) => {
        expect(note).toBe(notes?.[0]);
        expect(language).toBe('promql');
        return [name, ...(notes ?? [])];
      },
    );

  it('notes what is special about each query', () => {
    expect(explain(failureRatio('a'))).toEqual([
      [
        'bad',
        'bad-or-zero',
        'grouped',
        'exact-increase',
        'first-sample-invisible',
      ],
      ['total', 'first-sample-invisible', 'exact-increase', 'grouped'],
    ]);
    expect(
      explain(ratio({ good: 'sum(x)', total: 'sum(y)' }), {
        method: 'timeslices',
        sliceSeconds: 900,
        sliceTarget: 0.9,
      }),
    ).toEqual([
      [
        'good',
        'slices-from-buckets',
        'exact-increase',
        'first-sample-invisible',
      ],
      [
        'total',
        'first-sample-invisible',
        'exact-increase',
        'slices-from-buckets',
      ],
    ]);
    expect(explain(threshold('max(x)'))).toEqual([
      ['bad', 'sample-per-scrape'],
      ['total', 'sample-per-scrape'],
    ]);
  });
});

describe('MeasurementCache', () => {
  it('reads an objective once, and anew when it changed', () => {
    const cache = MeasurementCache.create(options);
    const first = cache.get(objective({ indicator: failureRatio('a') }));
    const again = cache.get(
      objective({ indicator: failureRatio('a'), target: 0.5 }),
    );
    expect(again.measurement).toBe(first.measurement);
    const other = cache.get(objective({ indicator: failureRatio('b') }));
    expect(other.measurement).not.toBe(first.measurement);
    const sliced = cache.get(
      objective({
        indicator: failureRatio('a'),
        budgeting: { method: 'ratio-timeslices', sliceSeconds: 300 },
      }),
    );
    expect(sliced.measurement?.fold).toBeDefined();
  });

  it('remembers faults too', () => {
    const cache = MeasurementCache.create(options);
    const faulty = objective({ indicator: threshold('x offset 1m') });
    expect(cache.get(faulty).faults).toHaveLength(1);
    expect(cache.get(faulty)).toBe(cache.get(faulty));
  });
});
