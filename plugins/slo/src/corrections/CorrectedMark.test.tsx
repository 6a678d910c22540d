import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { axe } from 'jest-axe';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { correctedObjective } from '../__fixtures__/correctedObjective';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { CorrectedMark } from './CorrectedMark';

describe('the mark of a corrected budget', () => {
  const show = (objective: ObjectiveStatus) =>
    renderInTestApp(<CorrectedMark objective={objective} />);
  const nameOf = (objective: ObjectiveStatus) => {
    const { unmount } = show(objective);
    const name = screen.getByRole('img').getAttribute('aria-label');
    unmount();
    return name;
  };

  it('names what was excluded, and what is left as measured', async () => {
    const { container } = show(correctedObjective());
    const mark = screen.getByText('corrected');
    const name =
      'Corrected: 2 h are excluded by a correction. As measured, \u221212.0% of the budget is left.';
    expect(mark).toBe(screen.getByRole('img', { name }));
    expect(mark).toHaveAttribute('title', name);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('counts them, and takes what is ahead for excluded too', () => {
    expect(
      nameOf(correctedObjective({ count: 3, aheadSeconds: 3_600 })),
    ).toMatch(/^Corrected: 3 h are excluded by 3 corrections\. As/);
    const { budget, corrections } = correctedObjective();
    expect(
      nameOf({
        ...calendarObjective(),
        corrections: {
          ...corrections!,
          rawBudget: budget,
          rawProjected: {
            remaining: 0.25,
            expectedTotal: 1,
            basis: 'so-far',
          },
        },
      }),
    ).toMatch(/As measured, 25\.0% of the budget is left/);
  });

  it('says no figure that is the same, or not known', () => {
    const { budget } = objectiveStatus();
    for (const rawBudget of [budget, {}]) {
      expect(nameOf(correctedObjective({ rawBudget }))).toBe(
        'Corrected: 2 h are excluded by a correction.',
      );
    }
  });

  it('stands beside no other budget', () => {
    show(objectiveStatus());
    expect(screen.queryByText('corrected')).toBeNull();
  });
});
