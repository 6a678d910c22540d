import { screen } from '@testing-library/react';
import { renderPart } from '../__testUtils__/renderPart';
import { BudgetTrend } from './BudgetTrend';

function pathOf(picture: HTMLElement): string {
  return picture.querySelector('path')!.getAttribute('d')!;
}

function heights(path: string): number[] {
  return path
    .split(/[ML]/)
    .filter(Boolean)
    .map(pair => Number(pair.replace('Z', '').split(',')[1]));
}

describe('BudgetTrend', () => {
  it('says where the budget began and where it is', () => {
    renderPart(<BudgetTrend points={[1, 0.9, 0.5]} />);
    expect(
      screen.getByRole('img', {
        name: 'Budget over 30 days: from 100.0% to 50.0%',
      }),
    ).toBeInTheDocument();
  });

  it('does not stretch small changes', () => {
    renderPart(<BudgetTrend points={[1, 0.99]} />);
    const [first, last] = heights(pathOf(screen.getByRole('img')));
    expect(last - first).toBeGreaterThan(0);
    expect(last - first).toBeLessThan(0.5);
  });

  it('reaches below zero when overspent', () => {
    renderPart(<BudgetTrend points={[1, -1]} />);
    const [first, last] = heights(pathOf(screen.getByRole('img')));
    expect(first).toBe(3);
    expect(last).toBe(21);
  });

  it('breaks the line at a gap and ends at the last known point', () => {
    renderPart(<BudgetTrend points={[1, 0.9, null, 0.8, 0.7, null]} />);
    const picture = screen.getByRole('img', { name: /to 70.0%$/ });
    expect(pathOf(picture).match(/M/g)).toHaveLength(2);
    const dot = picture.querySelector('circle')!;
    expect(Number(dot.getAttribute('cx'))).toBeCloseTo(3 + (4 / 5) * 58);
  });

  it('says so when nothing was measured', () => {
    renderPart(<BudgetTrend points={[null, null]} />);
    const picture = screen.getByRole('img', {
      name: 'Budget over 30 days: nothing was measured',
    });
    expect(picture.querySelector('path')).not.toBeInTheDocument();
  });
});
