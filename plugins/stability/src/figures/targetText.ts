import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';

/** What was promised of a metric: "target under 8%", "target 10 min". */
export function targetText(
  options: Voice & { figure: MetricFigure },
): string | undefined {
  const { figure, formats, t } = options;
  const { target, unit } = figure;
  if (!target) {
    return undefined;
  }
  if (unit === 'ratio') {
    const decimals = Number.isInteger(Number((target.value * 100).toFixed(6)))
      ? 0
      : 1;
    return t('figure.targetUnder', {
      value: formats.share(target.value, { decimals }),
    });
  }
  return t('figure.target', {
    value:
      unit === 'seconds'
        ? formats.duration(target.value)
        : formats.count(target.value),
  });
}
