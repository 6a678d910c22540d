import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import type { Words } from '../words';
import { headlineBudget } from './headline';

/**
 * What the budget left stands on: how much of the window it speaks of, what it
 * is so far, by how much it is overspent, or how many units are left.
 */
export function budgetGround(options: {
  objective: ObjectiveStatus;
  words: Words;
  t: TranslationFunction<SloMessages>;
}): string {
  const { objective, words, t } = options;
  const { formats } = words;
  const { budget, projected, state, unit, coverage } = objective;
  if (state === 'warming-up' && budget.remaining !== undefined) {
    return t('tile.soFarOf', { share: formats.share(coverage) });
  }
  const { remaining = 0 } = headlineBudget(objective);
  const units = words.budget(unit, headlineBudget(objective));
  if (remaining < 0 && units !== undefined) {
    return t('tile.overspent', {
      overspent: formats.budgetLeft(remaining),
      units,
    });
  }
  return projected && budget.remaining !== undefined
    ? t('budget.soFar', { share: formats.share(budget.remaining) })
    : units ?? t('tile.notKnown');
}
