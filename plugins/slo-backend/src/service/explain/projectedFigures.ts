import { type ExplainedFigure, isoInstant } from '@plimsoll/plugin-slo-common';
import type { Evaluation } from './Evaluation';
import { formatNumber } from './formatNumber';

/**
 * A calendar window's budget against the volume that the whole window is
 * expected to have. None for rolling windows, nor where nothing was measured.
 */
export function projectedFigures(evaluation: Evaluation): ExplainedFigure[] {
  const { definition, ranges, sums, status } = evaluation;
  const { projected, corrections } = status;
  const ahead = corrections?.aheadSeconds;
  if (!projected) {
    return [];
  }
  const { bad = 0, allowed = 0, expectedTotal, remaining, basis } = projected;
  const soFar = sums.window.total;
  const rest = expectedTotal - soFar;
  const { unit, target, targetText } = definition;
  return [
    {
      id: 'projected.remaining',
      value: remaining,
      formula: 'left = 1 \u2212 bad / ((1 \u2212 target) \u00d7 expected)',
      steps: [
        `expected = ${formatNumber(soFar)} so far + ${formatNumber(
          rest,
        )} still to come = ${formatNumber(expectedTotal)}`,
        `allowed = (1 \u2212 ${formatNumber(target)}) \u00d7 ${formatNumber(
          expectedTotal,
        )} = ${formatNumber(allowed)}`,
        ...(remaining === undefined
          ? []
          : [
              `left = 1 \u2212 ${formatNumber(bad)} / ${formatNumber(
                allowed,
              )} = ${formatNumber(remaining)}`,
            ]),
      ],
      inputs: [
        { name: 'bad', value: bad, unit },
        { name: 'soFar', value: soFar, unit },
        { name: 'expected', value: expectedTotal, unit },
        { name: 'target', value: targetText, unit: '%' },
        { name: 'basis', value: basis },
        ...(ahead === undefined
          ? []
          : [{ name: 'excludedAhead', value: ahead, unit: 's' }]),
      ],
      from: isoInstant(ranges.window.from),
      to: status.windowTo,
    },
  ];
}
