import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { burnWindowText, targetText, useWords } from '../words';
import { budgetGround } from './budgetGround';
import { burnThresholds } from './burnThresholds';
import { figureText } from './figureText';
import { forecastText } from './forecastText';
import { gapGround } from './gapGround';
import { headlineFigure } from './headline';
import { shownBurnWindow } from './shownBurn';

/** One tile: the figure, and the ground it stands on. */
export interface Figure {
  /** Id of the figure in the explanation. */
  id: string;
  label: string;
  /** Absent where it is not known. */
  value?: string;
  /** Sample, window, threshold: what the number must be read against. */
  ground: string;
  /** Speaks of the small part of the window that is measured so far. */
  provisional?: boolean;
}

/** The tiles of an objective. */
export function useFigures(options: {
  objective: ObjectiveStatus;
  history?: ObjectiveHistory;
}): Figure[] {
  const { objective, history } = options;
  const { projected, state, dataUpTo } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const { formats } = words;

  const page = burnThresholds(objective).find(
    ({ severity }) => severity === 'page',
  );
  const burnWindow = shownBurnWindow(objective);

  // What is stale is told with its age instead of its ground.
  const asOf =
    state === 'unknown' && dataUpTo
      ? t('tile.asOf', { time: formats.instant(new Date(dataUpTo), 'clock') })
      : undefined;
  const figure = (id: string, label: string, ground: string): Figure => {
    const value = figureText({ objective, id, formats, t });
    return {
      id,
      label,
      ground: (value !== undefined && asOf) || ground,
      value,
    };
  };
  return [
    {
      ...figure(
        headlineFigure(objective),
        projected ? t('tile.budgetProjected') : t('tile.budget'),
        budgetGround({ objective, words, t }),
      ),
      ...(state === 'warming-up' && { provisional: true }),
    },
    figure(
      'sli',
      t('tile.measured'),
      t('tile.measuredTarget', { target: targetText(objective) }),
    ),
    figure(
      `burnRate.${burnWindow}`,
      t('tile.burn', { window: burnWindowText(burnWindow, formats) }),
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
