import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { MonthStrip } from './MonthStrip';

// The first of each month in Berlin is the evening before in UTC.
const months = [
  { from: new Date('2026-07-31T22:00:00Z'), remaining: 0.4, current: false },
  { from: new Date('2026-08-31T22:00:00Z'), remaining: -0.126, current: false },
  { from: new Date('2026-09-30T22:00:00Z'), current: false, coverage: 0 },
  { from: new Date('2026-10-31T23:00:00Z'), remaining: 0.75, current: true },
];

describe('MonthStrip', () => {
  it('draws a month apart that was measured in part, and says how much of it', async () => {
    renderPart(
      <MonthStrip
        timeZone="Europe/Berlin"
        months={[
          { ...months[0], coverage: 0.31, days: 31 },
          { ...months[1], coverage: 0.94, days: 30 },
          { ...months[0], from: months[2].from, coverage: 0.96, days: 31 },
          { ...months[3], coverage: 0.5, days: 20 },
        ]}
      />,
    );
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => item.title)).toEqual([
      'August: 40.0% left, 9 of 31 days measured',
      'September: 12.6% overspent, 28 of 30 days measured',
      'October: 40.0% left',
      'November so far: 75.0% left, 10 of 20 days measured',
    ]);
    expect(
      items.map(item => item.querySelector('.fill')?.matches('[data-part]')),
    ).toEqual([true, true, false, true]);
    expect(
      await axe(document.body, { rules: { region: { enabled: false } } }),
    ).toHaveNoViolations();
  });
});

describe('MonthStrip of whole months', () => {
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

describe('MonthStrip that opens months', () => {
  it('makes a button of each month that was measured', async () => {
    const onOpen = jest.fn<void, [number]>();
    const { container } = renderPart(
      <MonthStrip months={months} timeZone="Europe/Berlin" onOpen={onOpen} />,
    );
    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      expect.stringContaining('August: 40.0% left'),
      expect.stringContaining('September: 12.6% overspent'),
      expect.stringContaining('November so far: 75.0% left'),
    ]);
    await userEvent.click(screen.getByRole('button', { name: /^November/ }));
    expect(onOpen.mock.calls).toEqual([[3]]);
    expect(await axe(container)).toHaveNoViolations();
  });
});
