import { sortRows } from './sortRows';

const row = (day: number, value?: number) => ({
  day,
  at: new Date(2026, 10, day),
  cells: { burn: { value, text: String(value) } },
});
const rows = [row(3, 2), row(1), row(4, -1), row(2), row(5, 7)];
const days = (column: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, { column, direction }).map(({ day }) => day);

describe('sortRows', () => {
  it('sorts by value, what is not known last in both directions', () => {
    expect(days('burn', 'ascending')).toEqual([4, 3, 5, 1, 2]);
    expect(days('burn', 'descending')).toEqual([5, 3, 4, 1, 2]);
  });

  it('sorts by time', () => {
    expect(days('at', 'ascending')).toEqual([1, 2, 3, 4, 5]);
    expect(days('at', 'descending')).toEqual([5, 4, 3, 2, 1]);
  });

  it('leaves what it was given alone', () => {
    expect(rows.map(({ day }) => day)).toEqual([3, 1, 4, 2, 5]);
  });
});
