import { type ExplainedFigure, isoInstant } from '@plimsoll/plugin-slo-common';
import type { Evaluation } from './Evaluation';
import { formatNumber } from './formatNumber';

/** How much of the window, as far as it has passed, was measured. */
export function coverageFigure(evaluation: Evaluation): ExplainedFigure {
  const { ranges, sums, status } = evaluation;
  const { from, to } = ranges.window;
  const measured = sums.window.coveredSeconds;
  const excluded = status.corrections?.excludedSeconds || undefined;
  const elapsed = to - from - (excluded ?? 0);
  return {
    id: 'coverage',
    value: status.coverage,
    formula:
      excluded === undefined
        ? 'coverage = measured / elapsed'
        : 'coverage = measured / (elapsed \u2212 excluded)',
    steps: [
      `coverage = ${formatNumber(measured)} s / ${formatNumber(
        elapsed,
      )} s = ${formatNumber(status.coverage)}`,
    ],
    inputs: [
      { name: 'measured', value: measured, unit: 's' },
      { name: 'elapsed', value: to - from, unit: 's' },
      ...(excluded === undefined
        ? []
        : [{ name: 'excluded', value: excluded, unit: 's' }]),
    ],
    from: isoInstant(from),
    to: isoInstant(to),
  };
}
