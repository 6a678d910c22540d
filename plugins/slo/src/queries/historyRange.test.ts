import { calendarObjective } from '../__fixtures__/calendarObjective';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { defaultRange, historyRequest } from './historyRange';

describe('the range of a history', () => {
  const now = new Date('2026-11-19T09:23:36.000Z');
  const objective = objectiveStatus();

  it.each([
    ['7d', '2026-11-12T09:23:36.000Z'],
    ['30d', '2026-10-20T09:23:36.000Z'],
    ['90d', '2026-08-21T09:23:36.000Z'],
  ] as const)('%s looks back from now', (range, from) => {
    expect(historyRequest({ objective, range, now })).toEqual({
      from,
      to: now.toISOString(),
      view: 'rolling',
    });
  });

  it('begins a calendar view with the window', () => {
    expect(
      historyRequest({
        objective: calendarObjective(),
        range: 'calendar',
        now,
      }),
    ).toEqual({
      from: '2026-10-31T23:00:00.000Z',
      to: now.toISOString(),
      view: 'calendar',
    });
  });

  it('reckons the beginning of a window that was never evaluated', () => {
    const never = objectiveStatus({ windowFrom: undefined });
    expect(
      historyRequest({ objective: never, range: 'calendar', now }).from,
    ).toBe('2026-10-20T09:23:36.000Z');
  });

  it('shows calendar windows from their start and others looking back', () => {
    expect(defaultRange(objective)).toBe('30d');
    expect(defaultRange(calendarObjective())).toBe('calendar');
  });
});
