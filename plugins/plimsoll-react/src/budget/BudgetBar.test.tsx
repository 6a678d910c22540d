import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { applyStyleSheet } from '../__testUtils__/applyStyleSheet';
import { renderPart } from '../__testUtils__/renderPart';
import { BudgetBar } from './BudgetBar';

function partsOf(bar: HTMLElement) {
  return {
    fill: bar.querySelector<HTMLElement>('.fill'),
    loadLine: bar.querySelector<HTMLElement>('.loadLine'),
  };
}

/** A length that is given inline, in percent of the bar. */
function percentOf(element: HTMLElement | null, property: string): number {
  return parseFloat(element?.style.getPropertyValue(property) ?? 'NaN');
}

describe('BudgetBar', () => {
  it('says how much is left and where the load line is', () => {
    renderPart(<BudgetBar state="ok" remaining={0.524} />);
    const bar = screen.getByRole('img', {
      name: '52.4% left; the load line is at 20%',
    });
    const { fill, loadLine } = partsOf(bar);
    expect(percentOf(fill, 'inline-size')).toBeCloseTo(52.4);
    expect(fill).toHaveAttribute('data-state', 'ok');
    expect(fill).not.toHaveAttribute('data-overspent');
    expect(percentOf(loadLine, 'inset-inline-start')).toBe(20);
    expect(bar).not.toHaveAttribute('data-unknown');
  });

  it("puts the load line where the objective's policy does", () => {
    renderPart(<BudgetBar state="burning" remaining={0.3} loadLine={0.35} />);
    const bar = screen.getByRole('img', {
      name: '30.0% left; the load line is at 35%',
    });
    expect(percentOf(partsOf(bar).loadLine, 'inset-inline-start')).toBe(35);
    expect(partsOf(bar).fill).toHaveAttribute('data-state', 'burning');
  });

  it.each([
    [-0.126, '12.6% overspent', 12.6],
    // The bar ends, the words go on.
    [-4.2, '420.0% overspent', 100],
  ])('hatches an overdraft of %p from zero', (remaining, words, length) => {
    renderPart(<BudgetBar state="exhausted" remaining={remaining} />);
    const bar = screen.getByRole('img', {
      name: `${words}; the load line is at 20%`,
    });
    const { fill } = partsOf(bar);
    expect(fill).toHaveAttribute('data-overspent');
    expect(percentOf(fill, 'inline-size')).toBeCloseTo(length);
  });

  it('is exactly empty at nothing left, without an overdraft', () => {
    renderPart(<BudgetBar state="exhausted" remaining={0} />);
    const bar = screen.getByRole('img', {
      name: '0.0% left; the load line is at 20%',
    });
    expect(percentOf(partsOf(bar).fill, 'inline-size')).toBe(0);
    expect(partsOf(bar).fill).not.toHaveAttribute('data-overspent');
  });

  it.each(['no-data', 'insufficient', 'warming-up'] as const)(
    'hatches the whole bar in %s, even where a figure exists',
    state => {
      renderPart(<BudgetBar state={state} remaining={0.9} />);
      const bar = screen.getByRole('img', { name: /^Budget not known: / });
      expect(bar).toHaveAttribute('data-unknown');
      expect(partsOf(bar).fill).not.toBeInTheDocument();
      expect(bar).not.toHaveAccessibleName(/%/);
    },
  );

  it('keeps the last figure, greyed, while the source is down', () => {
    renderPart(<BudgetBar state="unknown" remaining={0.647} />);
    const bar = screen.getByRole('img', { name: /^64.7% left/ });
    expect(partsOf(bar).fill).toHaveAttribute('data-state', 'unknown');
    expect(bar).not.toHaveAttribute('data-unknown');
  });

  it.each([0.647, -0.126])(
    'gives a stale budget of %p no colour',
    remaining => {
      applyStyleSheet('budget/BudgetBar.module.css');
      renderPart(<BudgetBar state="unknown" remaining={remaining} />);
      const { fill } = partsOf(screen.getByRole('img'));
      const { background } = getComputedStyle(fill!);
      expect(background).toContain('--plimsoll-stale');
      expect(background).not.toMatch(/negative|accent/);
    },
  );

  it('hatches the bar where the source is down and nothing is known', () => {
    renderPart(<BudgetBar state="unknown" />);
    expect(
      screen.getByRole('img', { name: 'Budget not known: Unknown' }),
    ).toHaveAttribute('data-unknown');
  });

  it('is full without traffic, since nothing was spent', () => {
    renderPart(<BudgetBar state="no-traffic" />);
    const bar = screen.getByRole('img', { name: /^100.0% left/ });
    expect(percentOf(partsOf(bar).fill, 'inline-size')).toBe(100);
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      <>
        <BudgetBar state="ok" remaining={0.5} />
        <BudgetBar state="exhausted" remaining={-0.5} />
        <BudgetBar state="no-data" />
      </>,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
