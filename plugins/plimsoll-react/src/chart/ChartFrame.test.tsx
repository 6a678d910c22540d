import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { ChartFrame } from './ChartFrame';

const table = {
  columns: [{ id: 'left', label: 'Budget left, %' }],
  rows: [
    {
      at: new Date(2026, 10, 3, 6),
      cells: { left: { value: 0.9, text: '90.0% left' } },
    },
    { at: new Date(2026, 10, 3, 7), cells: { left: { text: 'no data' } } },
    {
      at: new Date(2026, 10, 3, 8),
      cells: { left: { value: 0.647, text: '64.7% left' } },
    },
  ],
};

function renderFrame() {
  return renderPart(
    <ChartFrame title="Budget" note="share left" table={table}>
      <p>the picture</p>
    </ChartFrame>,
  );
}

function figures(): string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent!.replace(/^.*\d\d:00/, ''));
}

describe('ChartFrame', () => {
  it('names the chart and shows the picture first', () => {
    renderFrame();
    const frame = screen.getByRole('region', { name: 'Budget' });
    expect(within(frame).getByText('the picture')).toBeInTheDocument();
    expect(within(frame).getByText('share left')).toBeInTheDocument();
    expect(screen.queryByRole('row')).not.toBeInTheDocument();
  });

  it('shows the same rows as a table, and the picture again', async () => {
    const user = userEvent.setup();
    renderFrame();
    const toggle = screen.getByRole('button', { name: 'Table' });
    expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await user.click(toggle);
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByText('the picture')).not.toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: 'Budget left, %' }),
    ).toBeInTheDocument();
    // The newest first.
    expect(figures()).toEqual(['64.7% left', 'no data', '90.0% left']);

    await user.click(toggle);
    expect(screen.getByText('the picture')).toBeInTheDocument();
    expect(screen.queryByRole('row')).not.toBeInTheDocument();
  });

  it('sorts by the figure, and not by its words', async () => {
    const user = userEvent.setup();
    renderFrame();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const head = screen.getByRole('columnheader', { name: 'Budget left, %' });
    await user.click(head);
    expect(figures()).toEqual(['64.7% left', '90.0% left', 'no data']);
    await user.click(head);
    expect(figures()).toEqual(['90.0% left', '64.7% left', 'no data']);
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderFrame();
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });
});
