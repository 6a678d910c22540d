import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { correctedObjective } from '../__fixtures__/correctedObjective';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { BudgetCell } from './BudgetCell';

describe('the budget of a row', () => {
  const show = (objective: ReturnType<typeof objectiveStatus>) =>
    renderInTestApp(
      <div data-testid="cell">
        <BudgetCell objective={objective} />
      </div>,
    );
  const text = () => screen.getByTestId('cell').textContent;

  it('is called a projection where it is one, with what it is so far', async () => {
    const { container } = show(calendarObjective());
    expect(text()).toBe('79.7%projected, 70.5% so far');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is a bare share where nothing is projected', () => {
    show(objectiveStatus());
    expect(text()).toBe('52.4%');
  });

  it('is marked where people have excluded time', () => {
    const { unmount } = show(correctedObjective());
    expect(text()).toBe('52.4%corrected');
    unmount();
    const { corrections } = correctedObjective();
    show({ ...calendarObjective(), corrections });
    expect(text()).toBe('79.7%projected, 70.5% so farcorrected');
  });

  it('projects nothing where no number may be shown', () => {
    show({ ...calendarObjective(), state: 'insufficient' });
    expect(text()).toBe('\u2013');
  });

  it('keeps the label on a stale projection', () => {
    show({ ...calendarObjective(), state: 'unknown' });
    expect(text()).toBe('79.7%projected, 70.5% so far');
    expect(screen.getByText('79.7%')).toHaveAttribute('data-stale');
  });

  it('says that nothing happened', () => {
    show(objectiveInState('no-traffic'));
    expect(text()).toBe('0 events');
  });
});
