import fc from 'fast-check';
import {
  type BudgetStanding,
  nextBudgetStanding,
  RECOVERY,
} from './BudgetStanding';

const thresholds = [0.5, 0.8, 1];
const start: BudgetStanding = { level: 0, episode: 0 };
const consumption = fc.double({ min: 0, max: 1.5, noNaN: true });

/** The levels at which owners are rung up while the budget moves. */
function rings(
  line: readonly number[],
  windowOf: (at: number) => { from: number; to: number } | undefined,
) {
  let standing = start;
  const told: Array<{ at: number; level: number; key: string }> = [];
  line.forEach((consumed, at) => {
    const next = nextBudgetStanding({
      standing,
      measure: { consumed, window: windowOf(at) },
      thresholds,
      at: at + 1,
    });
    const before = next.episode === standing.episode ? standing.level : 0;
    if (next.level > before && (windowOf(at) || next.level > standing.level)) {
      told.push({
        at,
        level: next.level,
        key: `${next.episode}:${next.level}`,
      });
    }
    standing = next;
  });
  return told;
}

describe('nextBudgetStanding', () => {
  it('tells no event twice: a level and an episode come once', () => {
    fc.assert(
      fc.property(
        fc.array(consumption, { maxLength: 200 }),
        fc.boolean(),
        (line, isCalendar) => {
          const told = rings(line, at => {
            const from = Math.floor(at / 30) * 30;
            return isCalendar ? { from, to: from + 30 } : undefined;
          });
          const keys = told.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const { at, level } of told) {
            expect(line[at]).toBeGreaterThanOrEqual(level);
          }
        },
      ),
    );
  });

  it('rings once at a threshold that a value wobbles around', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...thresholds),
        fc.array(fc.double({ min: 0.001 - RECOVERY, max: 0.09, noNaN: true }), {
          minLength: 1,
          maxLength: 100,
        }),
        (threshold, wobbles) => {
          const line = [threshold, ...wobbles.map(by => threshold + by)];
          expect(
            rings(line, () => undefined).filter(
              ({ level }) => level === threshold,
            ),
          ).toHaveLength(1);
        },
      ),
    );
  });

  it('rings at most three times in a calendar window, higher each time', () => {
    fc.assert(
      fc.property(fc.array(consumption, { maxLength: 100 }), line => {
        const levels = rings(line, () => ({ from: 0, to: 100 })).map(
          ({ level }) => level,
        );
        expect(levels).toEqual([...new Set(levels)].sort((a, b) => a - b));
      }),
    );
  });

  it('rings again after each recovery, at what was recovered from', () => {
    const line = [0.5, 0.8, 0.7, 0.85, 0.41, 0.8, 0.4, 0.5, 1.2, 0.9, 1];
    expect(
      rings(line, () => undefined).map(({ at, level }) => [at, level]),
    ).toEqual([
      [0, 0.5],
      [1, 0.8],
      [3, 0.8],
      [5, 0.8],
      [7, 0.5],
      [8, 1],
      [10, 1],
    ]);
  });
});
