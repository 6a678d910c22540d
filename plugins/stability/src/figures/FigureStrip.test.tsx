import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { speakBritish } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { render, screen } from '@testing-library/react';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { checkoutFigures, figure } from '../__fixtures__/checkoutMetrics';
import { FigureStrip } from './FigureStrip';
import { FigureTrend } from './FigureTrend';
import { findFigure } from './findFigure';

function show(element: JSX.Element) {
  speakBritish();
  return render(
    <TestApiProvider apis={[mockApis.translation(), mockApis.error()]}>
      {element}
    </TestApiProvider>,
  );
}

describe('the picture of a figure', () => {
  it.each([
    [
      'change-failure-rate',
      'Change failure rate: 3.3%, 95% interval 0.9% to 11.2%, target under 8.0%',
    ],
    ['deployment-frequency', 'Deployment frequency by week: between 3 and 6'],
    [
      'change-lead-time',
      'Change lead time: median 3 h 12 min, 9 in 10 under 26 h',
    ],
    [
      'failed-deployment-recovery-time',
      'Failed deployment recovery, each value: 10 min 55 s, 24 min',
    ],
    ['rework-rate', 'Rework rate: 4.9%, 95% interval 1.7% to 13.5%'],
    [
      'rollback-time',
      'Rollback time, each value: 1 min 40 s, 2 min 18 s; target 3 min',
    ],
  ] as const)('of %s says the finding', (name, sentence) => {
    show(<FigureStrip figure={findFigure(checkoutFigures, name)!} />);
    expect(screen.getByRole('img')).toHaveAccessibleName(sentence);
  });

  it('draws no interval of fewer than five, even if one were told', () => {
    const { container } = show(
      <FigureStrip
        figure={figure('change-failure-rate', {
          unit: 'ratio',
          state: 'too-few',
          events: 1,
          sampleSize: 3,
          interval: { low: 0.06, high: 0.79, level: 0.95, method: 'wilson' },
        })}
      />,
    );
    expect(container.querySelector('.whisker')).not.toBeInTheDocument();
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Change failure rate: nothing to draw',
    );
  });

  it('draws only the interval where nothing failed', () => {
    const { container } = show(
      <FigureStrip
        figure={figure('change-failure-rate', {
          unit: 'ratio',
          state: 'none',
          events: 0,
          sampleSize: 27,
          interval: { low: 0, high: 0.12, level: 0.95, method: 'wilson' },
        })}
      />,
    );
    expect(container.querySelector('.whisker')).toBeInTheDocument();
    expect(container.querySelector('.dot')).not.toBeInTheDocument();
  });
});

describe('the trend of a figure', () => {
  const shown = (one: MetricFigure) => {
    const { container } = show(<FigureTrend figure={one} />);
    return container.querySelector('[role="img"]')?.getAttribute('aria-label');
  };

  it('tells where a duration came from and went', () => {
    expect(shown(findFigure(checkoutFigures, 'change-lead-time')!)).toBe(
      'Change lead time by week: from 2 h 30 min to 4 h 3 min',
    );
  });

  it('is drawn neither for shares of a week nor for too few weeks', () => {
    expect(
      shown(findFigure(checkoutFigures, 'change-failure-rate')!),
    ).toBeUndefined();
    const lead = findFigure(checkoutFigures, 'change-lead-time')!;
    expect(shown({ ...lead, trend: lead.trend.slice(0, 2) })).toBeUndefined();
  });
});
