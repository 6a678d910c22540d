import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { MonthStrip } from './MonthStrip';

// The first of each month in Berlin is the evening before in UTC.
const months = [
  { from: new Date('2026-07-31T22:00:00Z'), remaining: 0.4, current: false },
  { from: new Date('2026-08-31T22:00:00Z'), remaining: -0.126, current: false },
  { from: new Date('2026-09-30T22:00:00Z'), current: false },
  { from: new Date('2026-10-31T23:00:00Z'), remaining: 0.75, current: true },
];

describe('MonthStrip', () => {
  beforeEach(() => {
    renderPart(<MonthStrip months={months} timeZone="Europe/Berlin" />);
  });

  it("says each month in the objective's zone", () => {
    expect(screen.getAllByRole('listitem').map(item => item.title)).toEqual([
      'August: 40.0% left',
      'September: 12.6% overspent',
      'October: not measured',
      'November so far: 75.0% left',
    ]);
  });

  it('draws overdraft, missing and running months apart', () => {
    const [past, over, missing, running] = screen.getAllByRole('listitem');
    const fillOf = (item: HTMLElement) =>
      item.querySelector<HTMLElement>('.fill');
    expect(fillOf(past)!.style.blockSize).toBe('40%');
    expect(fillOf(past)).not.toHaveAttribute('data-overspent');
    expect(fillOf(past)).not.toHaveAttribute('data-current');
    expect(fillOf(over)).toHaveAttribute('data-overspent');
    expect(fillOf(missing)).not.toBeInTheDocument();
    expect(missing.querySelector('[data-unknown]')).toBeInTheDocument();
    expect(missing).toHaveTextContent('\u2013');
    expect(fillOf(running)).toHaveAttribute('data-current');
  });

  it('has nothing that axe objects to', async () => {
    expect(
      await axe(document.body, { rules: { region: { enabled: false } } }),
    ).toHaveNoViolations();
  });
});
