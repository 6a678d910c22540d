import fc from 'fast-check';
import { calendarWindows, instants, utc } from '../__testUtils__/arbitraries';
import { resolveWindow } from './resolveWindow';
import { parseDuration } from './parseDuration';
import { windowSeconds } from './windowSeconds';

const rolling = (text: string) => ({
  kind: 'rolling' as const,
  duration: parseDuration(text),
});

describe('resolveWindow', () => {
  const noon = utc('2026-11-21T12:00:00Z');

  it('reaches back from now by the length', () => {
    expect(resolveWindow({ window: rolling('30d'), at: noon })).toEqual({
      from: utc('2026-10-22T12:00:00Z'),
      to: noon,
      fullTo: noon,
    });
  });

  it('snaps the start to the nearest quarter of an hour', () => {
    const startAt = (at: number) =>
      resolveWindow({ window: rolling('30d'), at }).from - (noon - 30 * 86_400);
    expect(startAt(noon + 449)).toBe(0);
    expect(startAt(noon + 450)).toBe(900);
    expect(startAt(noon + 899)).toBe(900);
  });

  it('snaps short windows to the fine buckets', () => {
    const lengthAt = (text: string, at: number) =>
      at - resolveWindow({ window: rolling(text), at }).from;
    expect(lengthAt('1d', noon + 300)).toBe(86_400);
    expect(lengthAt('1h', noon + 149)).toBe(3_749);
    expect(lengthAt('1h', noon + 151)).toBe(3_451);
    expect(lengthAt('25h', noon + 300)).toBe(25 * 3_600 + 300);
  });

  it('ends a calendar window ahead of now', () => {
    const window = {
      kind: 'calendar' as const,
      duration: parseDuration('1M'),
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Warsaw',
    };
    expect(resolveWindow({ window, at: noon })).toEqual({
      from: utc('2026-10-31T23:00:00Z'),
      to: noon,
      fullTo: utc('2026-11-30T23:00:00Z'),
    });
  });

  it('property: a rolling window is as long as it says, within half a cell', () => {
    const windows = fc.constantFrom('1h', '1d', '7d', '28d', '30d', '1Q', '1Y');
    fc.assert(
      fc.property(windows, instants, (text, at) => {
        const window = rolling(text);
        const { from, to, fullTo } = resolveWindow({ window, at });
        const seconds = windowSeconds(window.duration);
        const cell = seconds <= 86_400 ? 300 : 900;
        expect(to).toBe(at);
        expect(fullTo).toBe(at);
        expect(from % cell).toBe(0);
        expect(Math.abs(to - from - seconds)).toBeLessThanOrEqual(cell / 2);
      }),
    );
  });

  it('property: a calendar window holds now', () => {
    fc.assert(
      fc.property(calendarWindows, instants, (window, at) => {
        const { from, to, fullTo } = resolveWindow({ window, at });
        expect(to).toBe(at);
        expect(from).toBeLessThanOrEqual(at);
        expect(fullTo).toBeGreaterThan(at);
      }),
    );
  });
});
