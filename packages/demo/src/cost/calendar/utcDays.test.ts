import { addDays, addMonths, daysOfMonth, monthOf, weekdayOf } from './utcDays';

describe('UTC days', () => {
  it('go over the ends of months and years, whatever the clocks do', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24');
    expect(addMonths('2026-11-21', -12)).toBe('2025-11-01');
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('know their month and their weekday', () => {
    expect(monthOf('2026-11-21')).toBe('2026-11-01');
    expect(weekdayOf('2026-10-26')).toBe(0);
    expect(weekdayOf('2026-11-01')).toBe(6);
    expect(daysOfMonth('2028-02-01')).toHaveLength(29);
    expect(daysOfMonth('2026-11-01').at(-1)).toBe('2026-11-30');
  });
});
