import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { BudgetChart } from './budget/BudgetChart';
import { BurnChart } from './burn/BurnChart';
import { ExclusionLegend } from './ExclusionLegend';
import { SliChart } from './sli/SliChart';

const start = new Date(2026, 10, 3);
const at = (hour: number) => new Date(start.getTime() + hour * 3_600_000);
const range = { from: start, to: at(10) };
const excluded = [
  { from: at(4), to: at(6) },
  { from: at(-5), to: at(-1) },
];
const points = [
  { at: at(2), value: 0.9 },
  { at: at(4), value: 0.8 },
  { at: at(6) },
  { at: at(8), value: 0.8 },
];
const raw = [
  { at: at(2) },
  { at: at(4) },
  { at: at(6), value: 0.3 },
  { at: at(8), value: -0.2 },
];

const bandsOf = (picture: HTMLElement) =>
  [...picture.querySelectorAll('rect.band')].map(band =>
    Number(band.getAttribute('width')),
  );

describe('excluded time', () => {
  it('is shaded ground in every chart, as far as it lies in the range', () => {
    const shared = { range, points, excluded };
    renderPart(
      <>
        <BudgetChart {...shared} />
        <BurnChart {...shared} thresholds={[]} />
        <SliChart {...shared} target={0.99} targetText="99%" />
      </>,
    );
    const pictures = screen.getAllByRole('img');
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) {
      const bands = bandsOf(picture);
      expect(bands).toHaveLength(1);
      expect(bands[0]).toBeCloseTo(568 / 5, 0);
    }
  });

  it('is drawn where it is narrow, and not where there is none', () => {
    const narrow = [{ from: at(4), to: new Date(at(4).getTime() + 1000) }];
    const { rerender } = renderPart(
      <BudgetChart range={range} points={points} excluded={narrow} />,
    );
    const picture = screen.getByRole('img');
    expect(bandsOf(picture)).toEqual([3]);
    rerender(<BudgetChart range={range} points={points} />);
    expect(bandsOf(picture)).toEqual([]);
  });

  it('is told at its points, with what was measured beside the budget', async () => {
    const user = userEvent.setup();
    renderPart(
      <BudgetChart
        range={range}
        points={points}
        excluded={excluded}
        raw={raw}
      />,
    );
    screen.getByRole('img').focus();
    await user.keyboard('{Home}{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent(
      /excluded, 30\.0% as measured$/,
    );
    await user.keyboard('{End}');
    expect(screen.getByRole('status')).toHaveTextContent(
      /80\.0%.*, \u221220\.0% as measured$/,
    );
  });

  it('has the line of what was measured, on an axis that reaches to it', () => {
    const { container } = renderPart(
      <BudgetChart range={range} points={points} raw={raw} />,
    );
    expect(container.querySelector('path.raw')?.getAttribute('d')).toMatch(
      /^M[\d.]+,[\d.]+L/,
    );
    expect(screen.getByText('\u221220%')).toBeInTheDocument();
  });

  it('is named in a legend', async () => {
    const { container, rerender } = renderPart(<ExclusionLegend raw />);
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['Excluded by a correction', 'As measured, nothing excluded']);
    expect(await axe(container)).toHaveNoViolations();
    rerender(<ExclusionLegend />);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });
});
