import { parser } from '@prometheus-io/lezer-promql';
import { objectivesOfDocuments } from '../documents/objectivesOfDocuments';
import { promql, sloDocument } from '../testUtils/sloDocument';
import { DEFAULT_RULE_SETTINGS } from '../RuleSettings';
import { baseSeries } from './baseSeries';

function seriesOf(options: {
  ratioMetric?: Record<string, unknown>;
  thresholdMetric?: Record<string, unknown>;
  objective?: Record<string, unknown>;
  spec?: Record<string, unknown>;
  settings?: Partial<typeof DEFAULT_RULE_SETTINGS>;
}) {
  const { objective, spec, settings, ...indicator } = options;
  const { objectives, faults } = objectivesOfDocuments([
    {
      value: sloDocument({
        objective,
        spec: {
          indicator: { metadata: { name: 'i' }, spec: indicator },
          ...spec,
        },
      }),
    },
  ]);
  expect(faults).toEqual([]);
  const series = baseSeries(objectives[0].definition, {
    ...DEFAULT_RULE_SETTINGS,
    ...settings,
  });
  for (const text of Object.values(series)) {
    expect(parser.parse(text).toString()).not.toContain('⚠');
  }
  return series;
}

const total = promql('sum(rate(all[{{.window}}]))');

describe('baseSeries', () => {
  it('counts bad events as none while their series is not there', () => {
    expect(
      seriesOf({
        ratioMetric: { counter: true, bad: promql('sum(bad)'), total },
      }),
    ).toEqual({
      bad: 'sum(rate(bad[5m])) or 0 * sum(rate(all[5m]))',
      total: 'sum(rate(all[5m]))',
    });
  });

  it('takes good events from all, and absent ones as none', () => {
    expect(
      seriesOf({
        ratioMetric: { counter: true, good: promql('sum(good)'), total },
      }).bad,
    ).toBe(
      'clamp_min(sum(rate(all[5m])) - (sum(rate(good[5m])) or 0 * sum(rate(all[5m]))), 0)',
    );
  });

  it('makes one series of several, without labels of their own', () => {
    const { total: text } = seriesOf({
      ratioMetric: {
        counter: true,
        bad: promql('sum(bad)'),
        total: promql('sum by (route) (rate(all[{{.window}}]))'),
      },
    });
    expect(text).toBe('sum(sum by (route) (rate(all[5m])))');
  });

  it('carries the matchers of the source in every selector', () => {
    const { bad } = seriesOf({
      ratioMetric: { counter: true, bad: promql('sum(bad)'), total },
      settings: { enforcedMatchers: { tenant: 'shop' } },
    });
    expect(bad).toBe(
      'sum(rate(bad{tenant="shop"}[5m])) or 0 * sum(rate(all{tenant="shop"}[5m]))',
    );
  });

  it('adds samples of gauges up', () => {
    expect(
      seriesOf({
        ratioMetric: {
          counter: false,
          bad: promql('failed'),
          total: promql('sum(tried)'),
        },
        settings: { scrapeSeconds: 30 },
      }),
    ).toEqual({
      bad: 'sum(sum_over_time((failed)[299999ms:30s]) / 300) or 0 * sum(sum_over_time((sum(tried))[299999ms:30s]) / 300)',
      total: 'sum(sum_over_time((sum(tried))[299999ms:30s]) / 300)',
    });
  });

  it('counts samples of a ready-made ratio, bad to its degree', () => {
    const raw = promql('job:success:ratio{job="a"}');
    const settings = { scrapeSeconds: 30 };
    expect(
      seriesOf({ ratioMetric: { raw, rawType: 'success' }, settings }),
    ).toEqual({
      bad: 'sum_over_time((1 - clamp(avg(job:success:ratio{job="a"}) >= -0.5 <= 1.5, 0, 1))[299999ms:30s]) / 300',
      total:
        'count_over_time((1 - clamp(avg(job:success:ratio{job="a"}) >= -0.5 <= 1.5, 0, 1))[299999ms:30s]) / 300',
    });
    expect(
      seriesOf({ ratioMetric: { raw, rawType: 'failure' }, settings }).bad,
    ).toContain('(clamp(avg(');
  });

  it('compares samples with a threshold', () => {
    const { bad } = seriesOf({
      thresholdMetric: promql(
        'histogram_quantile(0.99, sum by (le) (rate(d_bucket[{{.window}}])))',
      ),
      objective: { op: 'lte', value: 0.3 },
    });
    expect(bad).toBe(
      'sum_over_time(((avg(histogram_quantile(0.99, sum by (le) (rate(d_bucket[5m])))) > -Inf < +Inf) > bool 0.3)[299999ms:60s]) / 300',
    );
  });

  it.each([
    ['lt', '>='],
    ['lte', '>'],
    ['gt', '<='],
    ['gte', '<'],
  ])('a value is bad that does not keep %s', (op, broken) => {
    const { bad } = seriesOf({
      thresholdMetric: promql('free'),
      objective: { op, value: 5 },
    });
    expect(bad).toContain(`+Inf) ${broken} bool 5)`);
  });

  it('judges slices once each, by the exact growth where they are short', () => {
    const slices = (timeSliceWindow: string) =>
      seriesOf({
        ratioMetric: { counter: true, bad: promql('sum(bad)'), total },
        objective: { timeSliceTarget: 0.95, timeSliceWindow },
        spec: { budgetingMethod: 'Timeslices' },
      });
    const long = slices('10m');
    expect(long.bad).toBe(
      'sum_over_time(((sum(rate(bad[10m])) or 0 * sum(rate(all[10m]))) / (sum(rate(all[10m])) > 0) > bool 0.05)[599999ms:600s]) / 600',
    );
    expect(long.total).toBe(
      long.bad.replace('sum_over_time', 'count_over_time'),
    );
    expect(slices('1m').bad).toMatch(
      /^sum_over_time\(.*\[299999ms:60s\]\) \/ 300$/,
    );
    expect(slices('1m').bad).not.toContain('rate(');
  });

  it('takes the mean of ratios of slices', () => {
    const { bad } = seriesOf({
      ratioMetric: { counter: true, bad: promql('sum(bad)'), total },
      objective: { timeSliceWindow: '5m' },
      spec: { budgetingMethod: 'RatioTimeslices' },
    });
    expect(bad).toMatch(
      /^sum_over_time\(\(clamp\(.*, 0, 1\)\)\[299999ms:300s\]\) \/ 300$/,
    );
  });

  it.each([
    [
      'sum(rate(a[5m]))',
      'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
      'fixed range',
    ],
    [
      'rate(sum(a)[{{.window}}:1m])',
      'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
      'Subqueries are not read',
    ],
  ])('refuses %s with its place and the mend', (query, path, message) => {
    const act = () =>
      seriesOf({ ratioMetric: { counter: true, bad: promql(query), total } });
    expect(act).toThrow(path);
    expect(act).toThrow(message);
  });

  it('refuses a metric without PromQL', () => {
    expect(() =>
      seriesOf({
        ratioMetric: {
          counter: true,
          bad: promql('sum(bad)'),
          total: { metricSource: { spec: { sql: 'select 1' } } },
        },
      }),
    ).toThrow('rules are made of PromQL alone');
  });
});
