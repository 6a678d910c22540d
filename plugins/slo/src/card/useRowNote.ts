import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { headlineBudget, showsProjection } from '../figures';
import { sloTranslationRef } from '../translation';
import { burnWindowText, useWords } from '../words';

/**
 * The ground under the number of a row: how fast it burns, from when it is,
 * what a projection is so far, how many units are left (for the worst), or over
 * which window.
 */
export function useRowNote(options: {
  objective: ObjectiveStatus;
  worst: boolean;
}): string {
  const { objective, worst } = options;
  const { state, dataUpTo, burnRates, unit } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();

  if (state === 'unknown' && dataUpTo) {
    return t('card.valueAt', {
      time: words.formats.instant(new Date(dataUpTo), 'clock'),
    });
  }
  const burning = burnRates['1h'];
  if (state === 'burning' && burning !== undefined) {
    return t('card.burns', {
      rate: words.formats.burnRate(burning),
      window: burnWindowText('1h', words.formats),
    });
  }
  const { remaining } = objective.budget;
  if (showsProjection(objective) && remaining !== undefined) {
    return t('budget.soFarIn', {
      share: words.formats.share(remaining),
      window: words.shortWindow(objective),
    });
  }
  const units =
    worst || state === 'exhausted'
      ? words.budget(unit, headlineBudget(objective))
      : undefined;
  return units ?? words.shortWindow(objective);
}
