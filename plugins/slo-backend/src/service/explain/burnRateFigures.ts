import {
  BURN_WINDOWS,
  type ExplainedFigure,
  isoInstant,
} from '@plimsoll/plugin-slo-common';
import type { Evaluation } from './Evaluation';
import { formatNumber } from './formatNumber';

/** The burn rates of all seven windows, with or without events. */
export function burnRateFigures(evaluation: Evaluation): ExplainedFigure[] {
  const { definition, ranges, sums, status } = evaluation;
  const { target, targetText, unit } = definition;
  return BURN_WINDOWS.map(window => {
    const value = status.burnRates[window];
    const { bad, total, coveredSeconds } = sums.burn[window];
    const isMeasured = coveredSeconds > 0;
    return {
      id: `burnRate.${window}`,
      value,
      formula: 'burn = (bad / total) / (1 \u2212 target)',
      steps:
        value === undefined
          ? []
          : [
              `burn = (${formatNumber(bad)} / ${formatNumber(
                total,
              )}) / (1 \u2212 ${formatNumber(target)}) = ${formatNumber(
                value,
              )}`,
            ],
      inputs: [
        ...(isMeasured
          ? [
              { name: 'bad', value: bad, unit },
              { name: 'total', value: total, unit },
            ]
          : []),
        { name: 'target', value: targetText, unit: '%' },
        { name: 'measured', value: coveredSeconds, unit: 's' },
      ],
      from: isoInstant(ranges.burn[window].from),
      to: isoInstant(ranges.burn[window].to),
    };
  });
}
