import type { InspectedQuery, InspectedSelector } from './ObjectiveInspection';
import { seriesFindings } from './seriesFindings';

function query(
  given: Partial<Omit<InspectedQuery, 'selectors'>> & {
    selector?: Partial<InspectedSelector>;
  } = {},
): InspectedQuery {
  const { selector, ...rest } = given;
  return {
    role: 'total',
    path: 'q',
    answers: 1,
    selectors: [{ text: 'a{b="c"}', metric: 'a', series: 2, ...selector }],
    ...rest,
  };
}

const only = (given: Parameters<typeof query>[0]) => {
  const [finding, ...others] = seriesFindings(query(given));
  expect(others).toEqual([]);
  return finding;
};

describe('seriesFindings', () => {
  it('has nothing to say of one series', () => {
    expect(seriesFindings(query())).toEqual([]);
    expect(seriesFindings(query({ answers: undefined }))).toEqual([]);
  });

  it('tells a metric that does not exist from labels that do not match', () => {
    expect(
      only({ answers: 0, selector: { series: 0, metricExists: false } }),
    ).toMatchObject({
      severity: 'error',
      check: 'series',
      message: 'asks for a{b="c"}, and the source has no series called a',
    });
    expect(
      only({
        answers: 0,
        selector: { series: 0, metricExists: true, emptyMatchers: ['b="c"'] },
      }).message,
    ).toBe('finds no series for a{b="c"}: a exists, but nothing has b="c"');
    expect(
      only({ answers: 0, selector: { series: 0, metricExists: true } }).message,
    ).toContain('not with all these matchers at once');
  });

  it('takes absent bad events for none, unless their metric does not exist', () => {
    const selector = { series: 0, metricExists: true, emptyMatchers: ['b'] };
    expect(only({ role: 'bad', answers: 0, selector })).toMatchObject({
      severity: 'info',
      fix: expect.stringContaining('Initialise'),
    });
    expect(
      only({
        role: 'bad',
        answers: 0,
        selector: { ...selector, metricExists: false },
      }),
    ).toMatchObject({ severity: 'error' });
    expect(seriesFindings(query({ role: 'bad', answers: 0 }))).toEqual([]);
  });

  it('names the labels by which several series differ', () => {
    expect(only({ answers: 3, differingLabels: ['pod', 'zone'] })).toEqual({
      severity: 'error',
      check: 'single-series',
      path: 'q',
      message:
        'answers 3 series, which differ by pod, zone; an objective is one number',
      fix: 'Write sum(...) around it, or fix these labels by matchers',
    });
  });

  it('says that nothing comes out although the series exist', () => {
    expect(only({ answers: 0 })).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('although its series exist'),
    });
  });

  it('blames the bucket and not the series when the bound is wrong', () => {
    expect(
      only({
        answers: 0,
        selector: {
          series: 0,
          metricExists: true,
          bucket: { asked: '0.4', present: ['0.5'] },
        },
      }).check,
    ).toBe('bucket');
  });
});
