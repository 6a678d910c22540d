import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';

/**
 * The band of a figure, never without whose band it is and of which year.
 * `undefined` where the portal has no bands, which is the rule.
 */
export function bandText(
  options: Voice & { figure: Pick<MetricFigure, 'band'> },
): string | undefined {
  const { figure, t } = options;
  const { band } = figure;
  return (
    band &&
    t('band.of', { set: band.set.title, name: t(`band.names.${band.name}`) })
  );
}
