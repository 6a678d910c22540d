import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';
import { weekCount, wholeWeeks } from './trendWeeks';

/** How many deployments there were, and whether they came regularly. */
export function frequencyGrounds(
  options: Voice & { figure: MetricFigure },
): string[] {
  const { figure, formats, t } = options;
  if (figure.sampleSize === 0) {
    return [t('ground.noDeployment')];
  }
  const whole = wholeWeeks(figure.trend);
  if (whole.length === 0) {
    return [
      t('ground.production', { total: formats.count(figure.sampleSize) }),
    ];
  }
  const empty = whole.filter(({ sampleSize }) => sampleSize === 0).length;
  const least = Math.min(...whole.map(({ sampleSize }) => sampleSize));
  return [
    t('ground.perDays', {
      count: figure.sampleSize,
      weeks: formats.count(weekCount(figure.trend)),
    }),
    empty > 0
      ? t('ground.emptyWeeks', { count: empty })
      : t('ground.everyWeek', { least: formats.count(least) }),
  ];
}
