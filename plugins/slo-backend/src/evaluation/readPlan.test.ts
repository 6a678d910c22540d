import fc from 'fast-check';
import { CATCH_UP_SECONDS, readPlan } from './readPlan';

/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

describe('readPlan', () => {
  it('reads the unfinished bucket and the finished one before it', () => {
    expect(readPlan({ at: NOON + 120, readUpTo: NOON + 60 })).toEqual({
      read: { from: NOON - 300, to: NOON + 120 },
    });
  });

  it('at the end of a bucket reads it whole, and the one before it', () => {
    expect(readPlan({ at: NOON, readUpTo: NOON - 60 })).toEqual({
      read: { from: NOON - 600, to: NOON },
    });
  });

  it('reads no history of an objective that it sees for the first time', () => {
    expect(readPlan({ at: NOON + 60 })).toEqual({
      read: { from: NOON - 300, to: NOON + 60 },
    });
  });

  it('catches up on a short outage itself, settling what was read last', () => {
    expect(readPlan({ at: NOON, readUpTo: NOON - 1_230 })).toEqual({
      read: { from: NOON - 1_800, to: NOON },
    });
  });

  it('leaves a long outage to the backfill', () => {
    expect(readPlan({ at: NOON, readUpTo: NOON - 10 * 3_600 })).toEqual({
      read: { from: NOON - CATCH_UP_SECONDS, to: NOON },
      gap: { from: NOON - 10 * 3_600 - 300, to: NOON - CATCH_UP_SECONDS },
    });
  });

  it('leaves nothing out, reads every finished bucket for five minutes more, and never much', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        (minute, lagMinutes) => {
          const at = NOON + minute * 60;
          const readUpTo = at - lagMinutes * 60;
          const { read, gap } = readPlan({ at, readUpTo });
          expect(read.from % 300).toBe(0);
          expect(read.to).toBe(at);
          const first = gap?.from ?? read.from;
          expect(first).toBeLessThanOrEqual(readUpTo);
          expect(gap?.to ?? read.from).toBe(read.from);
          const lastFinished = Math.floor(at / 300) * 300;
          expect(read.from).toBeLessThanOrEqual(lastFinished - 300);
          expect(at - read.from).toBeLessThanOrEqual(CATCH_UP_SECONDS + 300);
        },
      ),
    );
  });
});
