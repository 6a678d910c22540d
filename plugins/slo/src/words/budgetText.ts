import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { ErrorBudget, ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';

/**
 * The budget in units: "16,985 of 32,413 left", "4,084 over the 32,413
 * allowed". `undefined` where it is not known.
 */
export function budgetText(options: {
  unit: ObjectiveStatus['unit'];
  budget: ErrorBudget;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}): string | undefined {
  const { unit, budget, formats, t } = options;
  const { bad, allowed } = budget;
  if (bad === undefined || allowed === undefined) {
    return undefined;
  }
  return bad > allowed
    ? t(unit === 'slices' ? 'budget.slicesOver' : 'budget.eventsOver', {
        over: formats.count(bad - allowed),
        allowed: formats.count(allowed),
      })
    : t(unit === 'slices' ? 'budget.slicesLeft' : 'budget.eventsLeft', {
        left: formats.count(allowed - bad),
        allowed: formats.count(allowed),
      });
}
