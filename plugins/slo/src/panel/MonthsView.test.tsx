import { renderInTestApp } from '@backstage/frontend-test-utils';
import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { CalendarMonth } from '@plimsoll/plugin-slo-common';
import { screen } from '@testing-library/react';
import { objectiveDetail } from '../__fixtures__/objectiveDetail';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { MonthsView } from './MonthsView';

describe('the months of an objective', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => jest.useRealTimers());

  const month = (
    name: string,
    next: string,
    rest: Partial<CalendarMonth>,
  ): CalendarMonth => ({
    from: `${name}-01T00:00:00.000Z`,
    to: `${next}-01T00:00:00.000Z`,
    coverage: 1,
    current: false,
    remaining: 0.5,
    ...rest,
  });
  const show = (months: CalendarMonth[]) =>
    renderInTestApp(
      <MonthsView
        detail={{
          ...objectiveDetail(objectiveStatus()),
          months,
          timeZone: 'UTC',
        }}
        onOpen={() => {}}
      />,
    );
  const words = () =>
    screen.getAllByRole('listitem').map(item => item.textContent);

  it('does not count what was measured in part, kept or not', () => {
    show([
      month('2026-08', '2026-09', { remaining: -0.2, coverage: 0.5 }),
      month('2026-09', '2026-10', { remaining: 0.08, coverage: 0.27 }),
      month('2026-10', '2026-11', {}),
      month('2026-11', '2026-12', { current: true, coverage: 0.5 }),
    ]);
    expect(screen.getByText('1 of 1 kept, 2 measured in part')).toBeVisible();
    const [, september, october, november] = words();
    expect(september).toContain('September: 8.0% left, 8 of 30 days measured');
    expect(october).toContain('October: 50.0% left');
    expect(october).not.toContain('measured');
    // Nineteen days have begun.
    expect(november).toContain('9 of 19 days measured');
  });

  it('says so where no month was measured whole', () => {
    show([
      month('2026-10', '2026-11', { coverage: 0.3 }),
      month('2026-11', '2026-12', { current: true }),
    ]);
    expect(screen.getByText('1 measured in part')).toBeVisible();
  });

  it('shows a year', () => {
    const names = Array.from({ length: 14 }, (_, index) =>
      new Date(Date.UTC(2025, 9 + index, 1)).toISOString().slice(0, 7),
    );
    show(
      names
        .slice(0, 13)
        .map((name, index) =>
          month(name, names[index + 1], { current: index === 12 }),
        ),
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    expect(screen.getByText('11 of 11 kept')).toBeVisible();
  });
});
