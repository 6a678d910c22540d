import { historyStretches } from './historyStretches';

const DAY = 86_400;
/** 2026-11-20T12:05:00Z */
const AT = Date.UTC(2026, 10, 20, 12, 5) / 1000;

describe('historyStretches', () => {
  it('asks for a rolling window first, then for 13 months before it', () => {
    const { window, history } = historyStretches({
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
      at: AT,
    });

    expect(window).toEqual({ from: AT - 300 - 30 * DAY, to: AT });
    expect(history.to).toBe(window.from);
    expect(history.to - history.from).toBe(13 * 31 * DAY);
    expect(window.from % 900).toBe(0);
  });

  it('starts a calendar window at the midnight of its zone', () => {
    const { window } = historyStretches({
      window: {
        kind: 'calendar',
        duration: { value: 1, unit: 'M' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'Asia/Kathmandu',
      },
      at: AT,
    });

    expect(new Date(window.from * 1000).toISOString()).toBe(
      '2026-10-31T18:15:00.000Z',
    );
  });
});
