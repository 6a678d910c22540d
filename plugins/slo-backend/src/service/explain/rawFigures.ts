import { type ExplainedFigure, isoInstant } from '@plimsoll/plugin-slo-common';
import type { Evaluation } from './Evaluation';
import { formatNumber } from './formatNumber';

/**
 * Budget and indicator of all that was measured, where corrections take
 * something out of the window.
 */
export function rawFigures(evaluation: Evaluation): ExplainedFigure[] {
  const { definition, ranges, sums, status } = evaluation;
  const { corrections } = status;
  const { bad, total, remaining, allowed } = corrections?.rawBudget ?? {};
  if (
    !corrections?.excludedSeconds ||
    bad === undefined ||
    total === undefined
  ) {
    return [];
  }
  const { unit, targetText } = definition;
  const { rawSli } = corrections;
  const inputs = [
    { name: 'bad', value: bad, unit },
    { name: 'total', value: total, unit },
    { name: 'excludedBad', value: bad - sums.window.bad, unit },
    { name: 'excludedTotal', value: total - sums.window.total, unit },
    { name: 'excluded', value: corrections.excludedSeconds, unit: 's' },
  ];
  const span = {
    from: isoInstant(ranges.window.from),
    to: isoInstant(ranges.window.to),
  };
  return [
    {
      id: 'raw.budget.remaining',
      value: remaining,
      formula: 'left = 1 \u2212 bad / ((1 \u2212 target) \u00d7 total)',
      steps:
        remaining === undefined || allowed === undefined
          ? []
          : [
              `left = 1 \u2212 ${formatNumber(bad)} / ${formatNumber(
                allowed,
              )} = ${formatNumber(remaining)}`,
            ],
      inputs: [...inputs, { name: 'target', value: targetText, unit: '%' }],
      ...span,
    },
    {
      id: 'raw.sli',
      value: rawSli,
      formula: 'measured = 1 \u2212 bad / total',
      steps:
        rawSli === undefined
          ? []
          : [
              `measured = 1 \u2212 ${formatNumber(bad)} / ${formatNumber(
                total,
              )} = ${formatNumber(rawSli)}`,
            ],
      inputs,
      ...span,
    },
  ];
}
