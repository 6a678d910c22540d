import type { ReactNode } from 'react';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { ErrorBudget, ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { targetText, type Words } from '../words';

/** Figures that the budget's own sentence speaks for. */
const BUDGET_FIGURES = ['budget.remaining', 'budget.consumed', 'sli'];

/**
 * What the budget's numbers say in words, with the numbers set bold.
 * `undefined` for other figures, and where the numbers are not known.
 */
export function budgetSentence(options: {
  objective: ObjectiveStatus;
  figure: string;
  words: Words;
  t: TranslationFunction<SloMessages>;
}): ReactNode {
  const { objective, figure, words, t } = options;
  const { projected } = objective;
  if (figure === 'projected.remaining' && projected) {
    return isKnown(projected)
      ? t('explain.sentenceProjected', {
          ...shared({ ...options, budget: projected }),
          soFar: bold(words.formats.count(objective.budget.total ?? 0)),
          expected: bold(words.formats.count(projected.expectedTotal)),
        })
      : undefined;
  }
  const { budget } = objective;
  if (!BUDGET_FIGURES.includes(figure) || !isKnown(budget)) {
    return undefined;
  }
  const overspent = budget.remaining < 0;
  const key = objective.unit === 'slices' ? 'sentenceSlices' : 'sentenceEvents';
  return t(`explain.${key}${overspent ? 'Over' : ''}` as const, {
    ...shared({ ...options, budget }),
    total: bold(words.formats.count(budget.total)),
    remaining: bold(words.formats.share(Math.abs(budget.remaining))),
  });
}

type KnownBudget = Required<ErrorBudget>;

function isKnown(budget: ErrorBudget): budget is KnownBudget {
  return Object.values({
    ...{ bad: undefined, total: undefined, allowed: undefined },
    ...{ consumed: undefined, remaining: undefined },
    ...budget,
  }).every(value => value !== undefined);
}

function shared(options: {
  objective: ObjectiveStatus;
  budget: KnownBudget;
  words: Words;
}) {
  const { objective, budget, words } = options;
  return {
    window: words.shortWindow(objective),
    target: targetText(objective),
    bad: bold(words.formats.count(budget.bad)),
    allowed: bold(words.formats.count(budget.allowed)),
    consumed: bold(words.formats.share(budget.consumed)),
  };
}

function bold(text: string): JSX.Element {
  return <strong>{text}</strong>;
}
