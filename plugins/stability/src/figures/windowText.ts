import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';

const DAY_MS = 86_400_000;

/**
 * The time that a figure looks back on, where that is not the time of what
 * stands around it.
 */
export function windowText(
  options: Voice & { figure: Pick<MetricFigure, 'window'> },
): string | undefined {
  const { figure, formats, t } = options;
  const { window } = figure;
  if (!window) {
    return undefined;
  }
  const from = new Date(window.from);
  const to = new Date(window.to);
  return t('ground.window', {
    days: formats.count(Math.round((to.getTime() - from.getTime()) / DAY_MS)),
    from: formats.instant(from, 'date'),
    to: formats.instant(to, 'date'),
  });
}
