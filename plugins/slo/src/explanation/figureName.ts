import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import { BURN_WINDOWS } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { burnWindowText } from '../words';

const NAMED = [
  'budget.remaining',
  'budget.consumed',
  'raw.budget.remaining',
  'raw.sli',
  'projected.remaining',
  'sli',
  'forecast',
  'coverage',
] as const;

/** What a figure is called, by its id in the explanation. */
export function figureName(options: {
  id: string;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}): string {
  const { id, formats, t } = options;
  const window = BURN_WINDOWS.find(name => id === `burnRate.${name}`);
  if (window) {
    return t('explain.figures.burnRate', {
      window: burnWindowText(window, formats),
    });
  }
  const named = NAMED.find(name => name === id);
  return named ? t(`explain.figures.${named}`) : id;
}
