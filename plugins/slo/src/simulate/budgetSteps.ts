import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { SimulatedTarget } from '@plimsoll/plugin-slo-common';
import { percentOf } from './targetScale';
import { remainingOf } from './trialSentence';

/** The budget's formula, and the same with its numbers. */
export function budgetSteps(
  target: SimulatedTarget,
  formats: Formats,
): string[] {
  const remaining = remainingOf(target);
  const { bad, total, allowed } = target.projected
    ? { ...target.projected, total: target.projected.expectedTotal }
    : target.budget;
  const formula = 'left = 1 - bad / ((1 - target) * total)';
  if (
    bad === undefined ||
    total === undefined ||
    allowed === undefined ||
    remaining === undefined
  ) {
    return [formula];
  }
  const share = percentOf(1 - target.target);
  return [
    formula,
    `     = 1 - ${formats.count(bad)} / (${share}% * ${formats.count(total)})`,
    `     = 1 - ${formats.count(bad)} / ${formats.count(allowed)}`,
    `     = ${formats.share(remaining)}`,
  ];
}
