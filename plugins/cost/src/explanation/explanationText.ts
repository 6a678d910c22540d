import type {
  CostExplanation,
  ServiceCost,
} from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';
import { explainMessages } from './explainMessages';

type Figure = keyof (typeof explainMessages)['formula'];

const FIGURES = Object.keys(explainMessages.formula) as Figure[];

/**
 * What a figure means and how it is worked out, in the reader's words. A
 * figure that is not known here keeps the words of the backend.
 */
export function explanationText(
  options: {
    explanation: Pick<CostExplanation, 'figure' | 'formula' | 'definition'>;
    /** Has how many a unit cost is for. */
    unitCosts: ServiceCost['unitCosts'];
  } & Voice,
): { definition: string; formula: string } {
  const { explanation, unitCosts, formats, t } = options;
  const { figure, formula, definition } = explanation;
  const [name, part = ''] = figure.split(':');
  const known = FIGURES.find(one => one === name);
  const unitCost = unitCosts.find(({ unit }) => unit === part);
  if (!known || (known === 'unit-cost' && !unitCost)) {
    return { definition, formula };
  }
  return {
    definition: t(`definition.${known}`),
    formula:
      known === 'unit-cost'
        ? t('formula.unit-cost', {
            unit: part,
            per: formats.count(unitCost?.per ?? 1),
          })
        : t(`formula.${known}`),
  };
}
