import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderWords } from '../__testUtils__/renderWords';
import { sloTranslationRef } from '../translation';
import { rawFigureText } from './rawFigureText';

describe('rawFigureText', () => {
  const { t, formats } = renderWords(() => ({
    t: useTranslationRef(sloTranslationRef).t,
    formats: useFormats(),
  }));
  const objective = objectiveStatus({
    sli: 0.99952,
    budget: { remaining: 0.524 },
    corrections: {
      count: 1,
      excludedSeconds: 7_200,
      rawSli: 0.9981,
      rawBudget: { remaining: -0.12 },
    },
  });
  const textOf = (id: string, changed = objective) =>
    rawFigureText({ objective: changed, id, formats, t });

  it('tells what was measured beside what is judged', () => {
    expect(textOf('budget.remaining')).toBe('\u221212.0% as measured');
    expect(textOf('sli')).toBe('99.81% as measured');
  });

  it('is silent where corrections change nothing, or there are none', () => {
    expect(textOf('burnRate.1h')).toBeUndefined();
    expect(textOf('coverage')).toBeUndefined();
    expect(textOf('projected.remaining')).toBeUndefined();
    const same = {
      ...objective,
      corrections: {
        count: 1,
        excludedSeconds: 900,
        rawSli: objective.sli,
        rawBudget: objective.budget,
      },
    };
    expect(textOf('budget.remaining', same)).toBeUndefined();
    expect(
      textOf('sli', { ...objective, corrections: undefined }),
    ).toBeUndefined();
  });
});
