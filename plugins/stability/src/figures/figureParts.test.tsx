import type { MetricTrendPoint } from '@plimsoll/plugin-stability-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { speakBritish } from '@plimsoll/plugin-plimsoll-react/testUtils';
import fc from 'fast-check';
import { checkoutFigures, figure } from '../__fixtures__/checkoutMetrics';
import { voice } from '../__testUtils__/voice';
import { findFigure } from './findFigure';
import { FigureTrend } from './FigureTrend';
import { frequencyGrounds } from './frequencyGrounds';
import { targetText } from './targetText';
import { isWhole, weekCount, wholeWeeks } from './trendWeeks';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-08-24T00:00:00.000Z');

/** Weeks in a row, each so many days long, with so many deployments. */
function weeks(
  days: readonly number[],
  counts: readonly number[] = [],
): MetricTrendPoint[] {
  let from = MONDAY;
  return days.map((length, index) => {
    const to = from + length * DAY;
    const point = {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      value: counts[index] ?? 1,
      sampleSize: counts[index] ?? 1,
    };
    from = to;
    return point;
  });
}

describe('the weeks of a trend', () => {
  it('count together, however they are cut at both ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 30 }),
        (first, whole) => {
          const trend = weeks([first, ...Array(whole).fill(7), 7 - first]);
          expect(weekCount(trend)).toBe(whole + 1);
        },
      ),
    );
    expect(weekCount([])).toBe(0);
  });

  it('are compared only where they were seen as a whole', () => {
    const trend = weeks([3, 7, 7, 4]);
    expect(trend.map(isWhole)).toEqual([false, true, true, false]);
    expect(wholeWeeks(trend)).toEqual([trend[1], trend[2]]);
  });
});

describe('the grounds of a frequency', () => {
  const grounds = (trend: MetricTrendPoint[], sampleSize: number) =>
    frequencyGrounds({
      figure: figure('deployment-frequency', {
        unit: 'per-week',
        sampleSize,
        trend,
      }),
      ...voice(),
    });

  it.each([
    ['nothing', weeks([7], [0]), 0, ['nothing was deployed']],
    ['no whole week', weeks([3, 4]), 2, ['2 to production']],
    [
      'a regular one',
      weeks([2, 7, 7, 5], [9, 3, 4, 9]),
      25,
      ['25 in 3 weeks', 'every week had at least 3'],
    ],
    [
      'one with a pause',
      weeks([7, 7, 7], [3, 0, 4]),
      7,
      ['7 in 3 weeks', '1 week had none'],
    ],
  ])('of %s', (_what, trend, sampleSize, words) => {
    expect(grounds(trend, sampleSize)).toEqual(words);
  });
});

describe('a target in words', () => {
  it.each([
    ['change-failure-rate', 'ratio', 0.08, 'target under 8%'],
    ['rework-rate', 'ratio', 0.075, 'target under 7.5%'],
    ['rework-rate', 'ratio', 0.29, 'target under 29%'],
    ['rollback-time', 'seconds', 180, 'target 3 min'],
    ['deployment-frequency', 'per-week', 2, 'target 2'],
  ] as const)('of %s in %s: %p', (metric, unit, value, words) => {
    expect(
      targetText({
        figure: figure(metric, { unit, target: { value } }),
        ...voice(),
      }),
    ).toBe(words);
  });

  it('is none where nothing was promised', () => {
    expect(targetText({ figure: figure('rework-rate', {}), ...voice() })).toBe(
      undefined,
    );
  });
});

describe('the trend of a figure', () => {
  const draw = async (one: Parameters<typeof FigureTrend>[0]['figure']) => {
    speakBritish();
    const { container } = renderInTestApp(<FigureTrend figure={one} />);
    await Promise.resolve();
    return container.querySelector('[role="img"]')?.getAttribute('aria-label');
  };
  const known = (name: Parameters<typeof findFigure>[1]) =>
    findFigure(checkoutFigures, name) ?? figure(name, {});

  it('of a frequency says its least and its best week', async () => {
    expect(await draw(known('deployment-frequency'))).toMatch(/3.*6/);
  });

  it('of a duration says where it began and ended', async () => {
    expect(await draw(known('change-lead-time'))).toMatch(/2 h 30 min/);
  });

  it.each([
    ['a share: a week has too few', known('change-failure-rate')],
    ['two weeks', { ...known('change-lead-time'), trend: weeks([7, 7]) }],
    [
      'too few values',
      { ...known('change-lead-time'), state: 'too-few' as const },
    ],
    [
      'two weeks of deployments',
      { ...known('deployment-frequency'), trend: weeks([7, 7]) },
    ],
  ])('is not drawn of %s', async (_what, one) => {
    expect(await draw(one)).toBeUndefined();
  });
});
