import { evaluationDay } from './DailyFigures';

const DAY = 86_400;
/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;
const rolling = {
  target: 0.99,
  window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
} as const;
const calendar = {
  target: 0.99,
  window: {
    kind: 'calendar',
    duration: { value: 1, unit: 'M' },
    startTime: '2026-01-01 00:00:00',
    timeZone: 'Asia/Kathmandu',
  },
} as const;

describe('evaluationDay', () => {
  it('is the same from midnight to midnight', () => {
    const first = evaluationDay({ definition: rolling, at: MIDNIGHT });
    const last = evaluationDay({
      definition: rolling,
      at: MIDNIGHT + DAY - 60,
    });
    const next = evaluationDay({ definition: rolling, at: MIDNIGHT + DAY });

    expect(first.start).toBe(MIDNIGHT);
    expect(last.key).toBe(first.key);
    expect(next.key).not.toBe(first.key);
  });

  it('keeps nothing until yesterday has settled', () => {
    const settled = (at: number) =>
      evaluationDay({ definition: rolling, at }).settled;

    expect(settled(MIDNIGHT + 899)).toBe(false);
    expect(settled(MIDNIGHT + 900)).toBe(true);
  });

  it('turns at the midnight of the zone too', () => {
    // 18:15 UTC
    const turn = MIDNIGHT + 65_700;
    const before = evaluationDay({ definition: calendar, at: turn - 1 });
    const after = evaluationDay({ definition: calendar, at: turn });

    expect(before.start).toBe(MIDNIGHT);
    expect(after).toMatchObject({ start: turn, settled: false });
    expect(after.key).not.toBe(before.key);
  });

  it('is another one when target or window change', () => {
    const key = (change: object) =>
      evaluationDay({ definition: { ...rolling, ...change }, at: MIDNIGHT })
        .key;

    expect(key({ target: 0.9 })).not.toBe(key({}));
    expect(
      key({ window: { kind: 'rolling', duration: { value: 7, unit: 'd' } } }),
    ).not.toBe(key({}));
  });
});
