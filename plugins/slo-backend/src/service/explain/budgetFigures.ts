import {
  type ErrorBudget,
  type ExplainedFigure,
  isoInstant,
} from '@plimsoll/plugin-slo-common';
import type { Evaluation } from './Evaluation';
import { formatNumber } from './formatNumber';

/** Budget left and spent over the window, and the measured indicator. */
export function budgetFigures(evaluation: Evaluation): ExplainedFigure[] {
  const { definition, ranges, status } = evaluation;
  const { budget, sli } = status;
  const { unit } = definition;
  const span = {
    from: isoInstant(ranges.window.from),
    to: isoInstant(ranges.window.to),
  };
  const inputs = [
    ...counts(budget, unit),
    { name: 'target', value: definition.targetText, unit: '%' },
  ];
  return [
    {
      id: 'budget.remaining',
      value: budget.remaining,
      formula: 'left = 1 \u2212 bad / ((1 \u2212 target) \u00d7 total)',
      steps: [
        ...allowedStep(definition.target, budget),
        ...spentStep(budget),
        ...(known(budget)
          ? [
              `left = 1 \u2212 ${text(budget.consumed)} = ${text(
                budget.remaining,
              )}`,
            ]
          : []),
      ],
      inputs,
      ...span,
    },
    {
      id: 'budget.consumed',
      value: budget.consumed,
      formula: 'spent = bad / ((1 \u2212 target) \u00d7 total)',
      steps: [...allowedStep(definition.target, budget), ...spentStep(budget)],
      inputs,
      ...span,
    },
    {
      id: 'sli',
      value: sli,
      formula: 'measured = 1 \u2212 bad / total',
      steps:
        sli === undefined
          ? []
          : [
              `measured = 1 \u2212 ${text(budget.bad)} / ${text(
                budget.total,
              )} = ${text(sli)}`,
            ],
      inputs: counts(budget, unit),
      ...span,
    },
  ];
}

/** Bad and total as inputs, where they are known. */
function counts(budget: ErrorBudget, unit: string): ExplainedFigure['inputs'] {
  const { bad, total } = budget;
  return [
    ...(bad === undefined ? [] : [{ name: 'bad', value: bad, unit }]),
    ...(total === undefined ? [] : [{ name: 'total', value: total, unit }]),
  ];
}

function allowedStep(target: number, budget: ErrorBudget): string[] {
  return budget.allowed === undefined
    ? []
    : [
        `allowed = (1 \u2212 ${text(target)}) \u00d7 ${text(
          budget.total,
        )} = ${text(budget.allowed)}`,
      ];
}

function spentStep(budget: ErrorBudget): string[] {
  return known(budget)
    ? [
        `spent = ${text(budget.bad)} / ${text(budget.allowed)} = ${text(
          budget.consumed,
        )}`,
      ]
    : [];
}

function known(budget: ErrorBudget): boolean {
  return budget.consumed !== undefined;
}

// Only called where the number is known.
function text(value: number | undefined): string {
  return formatNumber(value ?? NaN);
}
