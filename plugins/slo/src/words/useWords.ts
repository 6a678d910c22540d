import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats, type Formats } from '@plimsoll/plugin-plimsoll-react';
import type { ErrorBudget, ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { budgetText } from './budgetText';
import { reasonText } from './reasonText';
import { stateText } from './stateText';
import { shortWindowText, windowText } from './windowText';

/** What is said about an objective, in the reader's language. */
export interface Words {
  formats: Formats;
  window(objective: ObjectiveStatus): string;
  shortWindow(objective: ObjectiveStatus): string;
  reason(objective: ObjectiveStatus): string;
  state(objective: ObjectiveStatus, now: Date): string | undefined;
  budget(
    unit: ObjectiveStatus['unit'],
    budget: ErrorBudget,
  ): string | undefined;
}

export function useWords(): Words {
  const formats = useFormats();
  const { t } = useTranslationRef(sloTranslationRef);
  return useMemo(
    () => ({
      formats,
      window: objective => windowText({ objective, formats, t }),
      shortWindow: objective => shortWindowText({ objective, formats, t }),
      reason: objective => reasonText({ objective, formats, t }),
      state: (objective, now) => stateText({ objective, formats, t, now }),
      budget: (unit, budget) => budgetText({ unit, budget, formats, t }),
    }),
    [formats, t],
  );
}
