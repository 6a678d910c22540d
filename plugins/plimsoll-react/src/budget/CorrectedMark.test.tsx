import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { CorrectedMark } from './CorrectedMark';

describe('CorrectedMark', () => {
  it('names what was excluded, and what is left as measured', async () => {
    const { container } = renderPart(
      <CorrectedMark count={1} seconds={7_200} raw="12.0%" />,
    );
    const name =
      'Corrected: 2 h are excluded by a correction. As measured, 12.0% of the budget is left.';
    const mark = screen.getByText('corrected');
    expect(mark).toBe(screen.getByRole('img', { name }));
    expect(mark).toHaveAttribute('title', name);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('counts corrections, and says no figure that is the same', () => {
    renderPart(<CorrectedMark count={3} seconds={900} />);
    expect(
      screen.getByRole('img', {
        name: 'Corrected: 15 min are excluded by 3 corrections.',
      }),
    ).toBeVisible();
  });
});
