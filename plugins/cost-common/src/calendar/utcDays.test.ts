import {
  addDays,
  countDays,
  dayNumber,
  dayOfMonth,
  dayOfNumber,
  listDays,
  monthOf,
  nextMonthOf,
} from './utcDays';

describe('UTC days', () => {
  it('go on over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(countDays('2026-10-01', '2026-11-01')).toBe(31);
    expect(listDays('2026-02-27', '2026-03-02')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(listDays('2026-03-02', '2026-03-01')).toEqual([]);
  });

  it('know their month and the next', () => {
    expect(monthOf('2026-11-17')).toBe('2026-11-01');
    expect(nextMonthOf('2026-12-31')).toBe('2027-01-01');
    expect(nextMonthOf('2026-01-31')).toBe('2026-02-01');
  });

  it('know which of their month they are, as Date does', () => {
    for (
      let number = dayNumber('1899-12-20');
      number < dayNumber('2105-03-05');
      number++
    ) {
      const day = dayOfNumber(number);
      expect(`${day} ${dayOfMonth(number)}`).toBe(
        `${day} ${Number(day.slice(8))}`,
      );
    }
  });
});
