import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import {
  BURN_WINDOWS,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { forecastText } from './forecastText';

/**
 * How a figure of an objective reads, by its id in the explanation.
 * `undefined` where the objective has no such figure, or does not know it.
 */
export function figureText(options: {
  objective: ObjectiveStatus;
  id: string;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}): string | undefined {
  const { objective, id, formats, t } = options;
  const { target, sli, budget, projected, burnRates, coverage } = objective;
  const share = (value: number | undefined) =>
    value === undefined ? undefined : formats.share(value);

  switch (id) {
    case 'budget.remaining':
      return share(budget.remaining);
    case 'budget.consumed':
      return share(budget.consumed);
    case 'projected.remaining':
      return share(projected?.remaining);
    case 'sli':
      return sli === undefined ? undefined : formats.measured(sli, { target });
    case 'coverage':
      return share(coverage);
    case 'forecast':
      return objective.forecast.kind === 'unknown'
        ? undefined
        : forecastText({ objective, formats, t }).value;
    default: {
      const window = BURN_WINDOWS.find(name => id === `burnRate.${name}`);
      const rate = window && burnRates[window];
      return rate === undefined ? undefined : formats.burnRate(rate);
    }
  }
}
