import type { CostExplanation } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';
import { overviewMessages } from './overviewMessages';

type Figure = keyof (typeof overviewMessages)['overview']['formula'];

const FIGURES = Object.keys(overviewMessages.overview.formula) as Figure[];

/**
 * What a figure of the whole bill means and how it is worked out, in the
 * reader's words. A figure that is not known here keeps the words of the
 * backend.
 */
export function overviewText(
  options: {
    explanation: Pick<CostExplanation, 'figure' | 'formula' | 'definition'>;
  } & Voice,
): { definition: string; formula: string } {
  const { explanation, t } = options;
  const { figure, formula, definition } = explanation;
  const known = FIGURES.find(one => one === figure);
  return known
    ? {
        definition: t(`overview.definition.${known}`),
        formula: t(`overview.formula.${known}`),
      }
    : { definition, formula };
}
