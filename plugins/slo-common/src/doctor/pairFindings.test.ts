import fc from 'fast-check';
import { budgetRatio } from '../budget/allowedBad';
import { burnPairs } from '../burnRate/burnPairs';
import type { DurationUnit } from '../window/TimeWindow';
import { pairFindings } from './pairFindings';

const findingsOf = (target: number, days = 30) =>
  pairFindings({
    definition: {
      target,
      targetText: String(target * 100),
      window: {
        kind: 'rolling',
        duration: { value: days, unit: 'd' as DurationUnit },
      },
    },
    path: 'spec.objectives[0].target',
  });

describe('pairFindings', () => {
  it('has nothing to say of the usual targets', () => {
    expect(findingsOf(0.999)).toEqual([]);
    expect(findingsOf(0.94)).toEqual([]);
  });

  it('names the pair that an outage does not reach, and from where on it does', () => {
    expect(findingsOf(0.9)).toEqual([
      {
        severity: 'warning',
        check: 'pairs',
        path: 'spec.objectives[0].target',
        message:
          'at 90 % the pair 1h/5m (page) can never fire: with everything failing the budget burns 10 times too fast, and the pair waits for more than 14.4',
        fix: expect.stringMatching(/^Promise more than 93\.06 %/),
      },
    ]);
    expect(findingsOf(0.5).map(({ message }) => message)).toEqual([
      expect.stringContaining('1h/5m'),
      expect.stringContaining('6h/30m'),
      expect.stringContaining('1d/2h'),
    ]);
  });

  it('says nothing of pairs that do not fit into a short window', () => {
    // 7 d: 1h x13.44, 6h x3.5, 1d x1.4; three days are more than a quarter
    expect(findingsOf(0.95, 7)).toEqual([]);
    expect(findingsOf(0.9, 7)).toHaveLength(1);
    expect(findingsOf(0.9, 7)[0].message).toContain('more than 13.44');
  });

  it('leaves no pair out: each that fits can fire, or is named', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99999, noNaN: true }),
        fc.integer({ min: 1, max: 90 }),
        (target, days) => {
          const windowSeconds = days * 86_400;
          const all = burnPairs({ windowSeconds, target: 0.999_999_999 });
          const possible = burnPairs({ windowSeconds, target });
          expect(findingsOf(target, days)).toHaveLength(
            all.length - possible.length,
          );
          for (const { factor } of possible) {
            expect(factor * budgetRatio(target)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});
