import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../../__testUtils__/renderPart';
import { BudgetChart } from './BudgetChart';

const HOUR = 3_600_000;
const from = new Date(2026, 10, 3, 6);
const at = (hour: number) => new Date(from.getTime() + hour * HOUR);
const range = { from, to: at(6) };

/** A gap of two hours, then a fall. */
const points = [
  { at: at(0), value: 0.9 },
  { at: at(1), value: 0.841 },
  { at: at(2) },
  { at: at(3) },
  { at: at(4), value: 0.647 },
  { at: at(5), value: 0.64 },
];
const gaps = [{ from: at(2), to: at(4) }];

function lineOf(picture: HTMLElement): string {
  return picture.querySelector('path.line')!.getAttribute('d')!;
}

describe('BudgetChart', () => {
  it('says what it shows, not what kind of chart it is', () => {
    renderPart(<BudgetChart range={range} points={points} gaps={gaps} />);
    expect(
      screen.getByRole('img', {
        name: 'Budget fell from 90.0% to 64.0% on 3 Nov; now 64.0% left.',
      }),
    ).toBeInTheDocument();
  });

  it('says so when there was no steep fall, or nothing was measured', () => {
    const { rerender } = renderPart(
      <BudgetChart
        range={range}
        points={[
          { at: at(0), value: 0.9 },
          { at: at(5), value: 0.88 },
        ]}
      />,
    );
    const picture = screen.getByRole('img');
    expect(picture).toHaveAccessibleName(
      'Budget began at 90.0%, with no steep fall; now 88.0% left.',
    );
    rerender(<BudgetChart range={range} points={[{ at: at(0) }]} />);
    expect(picture).toHaveAccessibleName('Nothing was measured in this time.');
  });

  it('breaks the line at a gap, hatches the band and names it', () => {
    const { container, rerender } = renderPart(
      <BudgetChart range={range} points={points} gaps={gaps} />,
    );
    const picture = screen.getByRole('img');
    expect(lineOf(picture).match(/M/g)).toHaveLength(2);
    expect(screen.getByText('no data, 2 h')).toBeInTheDocument();
    const hatch = container.querySelector('pattern')!.id;
    expect(
      container.querySelectorAll(`rect[fill="url(#${hatch})"]`),
    ).toHaveLength(1);

    rerender(
      <BudgetChart
        range={range}
        points={points.filter(({ value }) => value !== undefined)}
      />,
    );
    expect(lineOf(picture).match(/M/g)).toHaveLength(1);
    expect(screen.queryByText(/no data/)).not.toBeInTheDocument();
  });

  it('names the reason of a gap where it is known', () => {
    renderPart(
      <BudgetChart
        range={range}
        points={points}
        gaps={[{ ...gaps[0], reason: 'Prometheus was away' }]}
      />,
    );
    expect(screen.getByText('Prometheus was away')).toBeInTheDocument();
  });

  it('is one tab stop whose points are walked and announced politely', async () => {
    const user = userEvent.setup();
    renderPart(<BudgetChart range={range} points={points} gaps={gaps} />);
    const picture = screen.getByRole('img');
    const status = screen.getByRole('status');
    await user.tab();
    expect(picture).toHaveFocus();
    expect(picture).toHaveAccessibleDescription(
      'Arrow keys walk the points, Home and End go to the ends.',
    );
    expect(status).toBeEmptyDOMElement();

    await user.keyboard('{ArrowLeft}');
    expect(status).toHaveTextContent(/11:00: 64\.0% left$/);
    await user.keyboard('{ArrowLeft}');
    expect(status).toHaveTextContent(/10:00: 64\.7% left$/);
    await user.keyboard('{ArrowLeft}');
    expect(status).toHaveTextContent(/09:00: no data$/);
    await user.keyboard('{Home}');
    expect(status).toHaveTextContent(/06:00: 90\.0% left$/);
    // Before the first there is nothing.
    await user.keyboard('{ArrowLeft}');
    expect(status).toHaveTextContent(/06:00: 90\.0% left$/);
    await user.keyboard('{ArrowRight}');
    expect(status).toHaveTextContent(/07:00: 84\.1% left$/);
    await user.keyboard('{End}{ArrowRight}');
    expect(status).toHaveTextContent(/11:00: 64\.0% left$/);
    await user.keyboard('{Escape}');
    expect(status).toBeEmptyDOMElement();

    await user.keyboard('{Home}');
    expect(status).not.toBeEmptyDOMElement();
    await user.tab();
    expect(picture).not.toHaveFocus();
    expect(status).toBeEmptyDOMElement();
  });

  it('reaches below zero when overdrawn, and only then', () => {
    const { rerender } = renderPart(
      <BudgetChart range={range} points={[{ at: at(1), value: -0.5 }]} />,
    );
    expect(screen.getByText('\u221250%')).toBeInTheDocument();
    rerender(<BudgetChart range={range} points={points} />);
    expect(screen.queryByText(/\u2212.*%$/)).not.toBeInTheDocument();
    expect(screen.getByText('50%')).toBeInTheDocument();
  });

  it('names the load line at its right end', () => {
    renderPart(<BudgetChart range={range} points={points} loadLine={0.35} />);
    expect(screen.getByText('35%')).toBeInTheDocument();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      <BudgetChart range={range} points={points} gaps={gaps} endsNow />,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
