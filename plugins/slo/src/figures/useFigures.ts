import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { targetText, useWords } from '../words';
import { burnThresholds } from './burnThresholds';
import { figureText } from './figureText';
import { forecastText } from './forecastText';
import { gapGround } from './gapGround';
import { headlineBudget, headlineFigure } from './headline';

/** One tile: the figure, and the ground it stands on. */
export interface Figure {
  /** Id of the figure in the explanation. */
  id: string;
  label: string;
  /** Absent where it is not known. */
  value?: string;
  /** Sample, window, threshold: what the number must be read against. */
  ground: string;
}

/** The tiles of an objective. */
export function useFigures(options: {
  objective: ObjectiveStatus;
  history?: ObjectiveHistory;
}): Figure[] {
  const { objective, history } = options;
  const { projected, budget } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats, ...words } = useWords();

  const [page] = burnThresholds(objective);
  const soFar =
    projected && budget.remaining !== undefined
      ? t('budget.soFar', { share: formats.share(budget.remaining) })
      : undefined;

  const figure = (id: string, label: string, ground: string): Figure => ({
    id,
    label,
    ground,
    value: figureText({ objective, id, formats, t }),
  });
  return [
    figure(
      headlineFigure(objective),
      projected ? t('tile.budgetProjected') : t('tile.budget'),
      soFar ??
        words.budget(objective.unit, headlineBudget(objective)) ??
        t('tile.notKnown'),
    ),
    figure(
      'sli',
      t('tile.measured'),
      t('tile.measuredTarget', { target: targetText(objective) }),
    ),
    figure(
      'burnRate.1h',
      t('tile.burn'),
      page
        ? t('tile.burnPages', { factor: formats.burnRate(page.factor) })
        : t('tile.burnNone'),
    ),
    figure(
      'forecast',
      t('tile.exhausted'),
      forecastText({ objective, formats, t }).ground,
    ),
    figure(
      'coverage',
      t('tile.coverage'),
      gapGround({ objective, history, formats, t }),
    ),
  ];
}
