import { calendarObjective } from '../__fixtures__/calendarObjective';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { customRange, customRequest, readCustomRange } from './CustomRange';

const range = {
  from: '2026-11-03T05:00:00.000Z',
  to: '2026-11-04T11:00:00.000Z',
};

describe('readCustomRange', () => {
  it('reads what an address names', () => {
    expect(readCustomRange(range)).toEqual(range);
    expect(
      readCustomRange({
        from: '2026-11-03T06:00+01:00',
        to: '2026-11-04T12:00+01:00',
      }),
    ).toEqual(range);
  });

  it.each([
    [{}],
    [{ from: range.from }],
    [{ to: range.to }],
    [{ from: 'yesterday', to: range.to }],
    [{ from: range.to, to: range.from }],
    [{ from: range.from, to: range.from }],
    [{ from: '2020-01-01', to: range.to }],
  ])('%j names none that could be shown', query => {
    expect(readCustomRange(query)).toBeUndefined();
  });
});

describe('customRange', () => {
  it('holds all that was chosen, in whole minutes', () => {
    expect(
      customRange({
        from: new Date('2026-11-03T05:00:31.5Z'),
        to: new Date('2026-11-04T10:59:12Z'),
      }),
    ).toEqual(range);
  });
});

describe('customRequest', () => {
  it('looks at the budget as the window does', () => {
    expect(customRequest({ objective: objectiveStatus(), range })).toEqual({
      ...range,
      view: 'rolling',
    });
    expect(customRequest({ objective: calendarObjective(), range })).toEqual({
      ...range,
      view: 'calendar',
    });
  });
});
