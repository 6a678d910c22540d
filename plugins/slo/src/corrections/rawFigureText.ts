import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { figureText } from '../figures';
import type { SloMessages } from '../translation';

/** Figures that corrections change and that are known without them. */
const CORRECTED = ['budget.remaining', 'projected.remaining', 'sli'];

/**
 * How a figure would read had nothing been excluded: "12.3% as measured".
 * `undefined` where it reads the same.
 */
export function rawFigureText(options: {
  objective: ObjectiveStatus;
  id: string;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}): string | undefined {
  const { objective, id, t } = options;
  const { corrections } = objective;
  if (!corrections || !CORRECTED.includes(id)) {
    return undefined;
  }
  const raw = figureText({
    ...options,
    objective: {
      ...objective,
      sli: corrections.rawSli,
      budget: corrections.rawBudget,
      projected: corrections.rawProjected,
    },
  });
  return raw === undefined || raw === figureText(options)
    ? undefined
    : t('correction.raw', { value: raw });
}
