import fc from 'fast-check';
import { calendarWindows, instants, utc } from '../__testUtils__/arbitraries';
import { burnWindowRange } from '../burnRate/burnWindowRange';
import { BURN_WINDOWS } from '../status/BurnRates';
import { parseDuration } from '../window/parseDuration';
import { evaluationInstant } from './evaluationInstant';
import { requiredRanges, sumRanges } from './requiredRanges';

const at = utc('2026-11-21T12:00:00Z');
const rolling = { kind: 'rolling' as const, duration: parseDuration('30d') };
const month = {
  kind: 'calendar' as const,
  duration: parseDuration('1M'),
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
};

describe('requiredRanges', () => {
  it('asks for the window and the seven burn windows', () => {
    const ranges = requiredRanges({ definition: { window: rolling }, at });
    expect(ranges.window).toEqual({ from: at - 30 * 86_400, to: at });
    expect(Object.keys(ranges.burn)).toEqual([...BURN_WINDOWS]);
    expect(ranges.burn['6h']).toEqual({ from: at - 21_600, to: at });
    expect(ranges.days).toHaveLength(30);
    expect(ranges.days[0].from).toBe(utc('2026-10-22T00:00:00Z'));
    expect(ranges.days[29].to).toBe(utc('2026-11-21T00:00:00Z'));
  });

  it('asks for four weeks of days besides in a calendar window', () => {
    const ranges = requiredRanges({ definition: { window: month }, at });
    expect(ranges.window).toEqual({
      from: utc('2026-10-31T23:00:00Z'),
      to: at,
    });
    expect(ranges.days).toHaveLength(28);
    expect(ranges.days[27].to).toBe(utc('2026-11-20T23:00:00Z'));
  });

  it('property: never asks beyond now', () => {
    fc.assert(
      fc.property(calendarWindows, instants, (window, now) => {
        const ranges = requiredRanges({ definition: { window }, at: now });
        const all = [
          ranges.window,
          ...Object.values(ranges.burn),
          ...ranges.days,
        ];
        for (const { from, to } of all) {
          expect(to).toBeLessThanOrEqual(now);
          expect(from).toBeLessThanOrEqual(to);
        }
        for (const name of BURN_WINDOWS) {
          expect(ranges.burn[name]).toEqual(
            burnWindowRange({ window: name, at: now }),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('sumRanges', () => {
  it('puts each sum where its range was', () => {
    const ranges = requiredRanges({ definition: { window: month }, at });
    const sums = sumRanges(ranges, range => ({
      ...range,
      bad: 0,
      total: range.to - range.from,
      coveredSeconds: 1,
    }));
    expect(sums.window).toMatchObject({ ...ranges.window, coveredSeconds: 1 });
    expect(sums.burn['2h'].total).toBe(7_200);
    expect(Object.keys(sums.burn)).toEqual([...BURN_WINDOWS]);
    expect(sums.days.map(({ from }) => from)).toEqual(
      ranges.days.map(({ from }) => from),
    );
  });
});

describe('evaluationInstant', () => {
  it('is now while the source answers', () => {
    const measuredUpTo = at - 600;
    expect(
      evaluationInstant({ now: at, source: { kind: 'up' }, measuredUpTo }),
    ).toBe(at);
    expect(
      evaluationInstant({ now: at, source: { kind: 'missing' }, measuredUpTo }),
    ).toBe(at);
  });

  it('is the end of what was measured while it is down', () => {
    const source = { kind: 'down' } as const;
    const options = { now: at, source };
    expect(evaluationInstant({ ...options, measuredUpTo: at - 600 })).toBe(
      at - 600,
    );
    expect(evaluationInstant({ ...options, measuredUpTo: at + 5 })).toBe(at);
    expect(evaluationInstant(options)).toBe(at);
  });
});
