import fc from 'fast-check';
import { fineHorizon } from '../ledger/cellSteps';
import { planChunk } from './planChunk';

const DAY = 86_400;
/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;
/** 2026-11-17T00:00:00Z: fine cells begin here. */
const HORIZON = fineHorizon(NOON);

describe('planChunk', () => {
  it('reads fine cells first, up to where the ledger keeps them', () => {
    expect(
      planChunk({
        starts: [NOON - 30 * DAY],
        end: NOON - 300,
        attempts: 0,
        now: NOON,
      }),
    ).toEqual({ from: HORIZON, to: NOON - 300, step: 300 });
  });

  it('then a month of coarse cells for one objective', () => {
    expect(
      planChunk({
        starts: [NOON - 400 * DAY],
        end: HORIZON,
        attempts: 0,
        now: NOON,
      }),
    ).toEqual({ from: HORIZON - 30 * DAY, to: HORIZON, step: 900 });
  });

  it('reads fewer days of many objectives, and fewer still after failures', () => {
    const chunk = (attempts: number) =>
      planChunk({
        starts: Array.from({ length: 50 }, () => NOON - 400 * DAY),
        end: HORIZON,
        attempts,
        now: NOON,
      });

    expect(HORIZON - chunk(0).from).toBe(12 * DAY);
    expect(HORIZON - chunk(1).from).toBe(6 * DAY);
    expect(HORIZON - chunk(5).from).toBe(DAY);
  });

  it('stops where the shortest stretch starts and where the source begins to remember', () => {
    const start = HORIZON - 10 * DAY + 900;
    const options = { end: HORIZON, attempts: 0, now: NOON };

    expect(planChunk({ ...options, starts: [start, start - DAY] }).from).toBe(
      start,
    );
    expect(
      planChunk({ ...options, starts: [start], oldest: start + 1800 }).from,
    ).toBe(start + 1800);
  });

  it('always gets nearer to the start, in whole cells, and covers everything once', () => {
    const stretch = fc
      .tuple(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 5_000 }),
      )
      .map(([end, length]) => ({
        end: NOON - 300 * end,
        start: NOON - 300 * (end + length),
      }));
    fc.assert(
      fc.property(
        stretch,
        fc.integer({ min: 1, max: 60 }),
        ({ start, end }, count) => {
          const starts = Array.from({ length: count }, () => start);
          let upTo = end;
          while (upTo > start) {
            const chunk = planChunk({
              starts,
              end: upTo,
              attempts: 0,
              now: NOON,
            });
            expect(chunk.from % chunk.step).toBe(0);
            expect(chunk.to % chunk.step).toBe(0);
            expect(chunk.from).toBeLessThan(upTo);
            expect(chunk.to).toBeGreaterThanOrEqual(upTo);
            expect(chunk.to).toBeLessThan(upTo + chunk.step);
            upTo = chunk.from;
          }
        },
      ),
    );
  });
});
