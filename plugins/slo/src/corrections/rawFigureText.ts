import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { figureText } from '../figures';
import type { SloMessages } from '../translation';

/** Figures that corrections change and that are known without them. */
const CORRECTED = ['budget.remaining', 'projected.remaining', 'sli'];

interface RawFigureOptions {
  objective: ObjectiveStatus;
  id: string;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}

/**
 * How a figure would read had nothing been excluded: "12.3% as measured".
 * `undefined` where it reads the same.
 */
export function rawFigureText(options: RawFigureOptions): string | undefined {
  const value = rawFigure(options);
  return value === undefined
    ? undefined
    : options.t('correction.raw', { value });
}

/** The figure of that text alone. */
export function rawFigure(options: RawFigureOptions): string | undefined {
  const { objective, id } = options;
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
  return raw === figureText(options) ? undefined : raw;
}
