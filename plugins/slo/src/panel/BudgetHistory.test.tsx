import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveHistory } from '../__fixtures__/objectiveHistory';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { sloCorrection } from '../__fixtures__/sloCorrection';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { BudgetHistory } from './BudgetHistory';

const day = (at: number) => new Date(Date.UTC(2026, 10, at));

function open(corrected: boolean) {
  const history = objectiveHistory({
    from: day(1).toISOString(),
    to: day(19).toISOString(),
  });
  const points = history.points.map((point, index) => ({
    ...point,
    ...(corrected && index > 60 && { rawRemaining: -0.1 }),
  }));
  renderForEntity(
    <BudgetHistory
      objective={objectiveStatus()}
      history={{ ...history, points }}
      axis={{
        range: { from: day(1), to: day(19) },
        endsNow: true,
        gaps: [],
        excluded: corrected
          ? [sloCorrection()].map(({ from, to }) => ({
              from: new Date(from),
              to: new Date(to),
            }))
          : [],
        instants: points.map(({ at }) => new Date(at)),
      }}
      lanes={[]}
      picker={<></>}
      onRange={() => undefined}
    />,
    { api: new FixtureSloApi([]) },
  );
}

describe('the budget over time', () => {
  it('names excluded time and shows what was measured beside what is judged', async () => {
    open(true);
    expect(await screen.findByText('Excluded by a correction')).toBeVisible();
    expect(screen.getByText('As measured, nothing excluded')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(
      screen.getByRole('columnheader', { name: 'As measured' }),
    ).toBeVisible();
  });

  it('has no legend for what is not there', async () => {
    open(false);
    await screen.findByRole('img');
    expect(screen.queryByText(/xcluded/)).toBeNull();
  });
});
