import fc from 'fast-check';
import { budgetRatio } from '../budget/allowedBad';
import { burnPairs } from '../burnRate/burnPairs';
import type { DurationUnit } from '../window/TimeWindow';
import { pairFindings } from './pairFindings';

const findingsOf = (target: number, days = 30, sliceSeconds?: number) =>
  pairFindings({
    definition: {
      target,
      ...(sliceSeconds && {
        budgeting: { method: 'ratio-timeslices' as const, sliceSeconds },
      }),
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

  it('names the pairs that long slices never let fire', () => {
    expect(findingsOf(0.99, 30, 1_800)).toEqual([]);
    expect(findingsOf(0.99, 30, 3_600)).toEqual([
      {
        severity: 'info',
        check: 'pairs',
        path: 'spec.objectives[0].target',
        message:
          'two bad slices are waited for, and these pairs see fewer, so they are left out: 1h/5m above 14.4 (page)',
        fix: 'Write a timeSliceWindow of at most 30m, or rely on the other pairs',
      },
    ]);
    expect(findingsOf(0.99, 30, 86_400)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringMatching(/1d\/2h .*; nobody is ever paged$/),
        fix: 'Write a timeSliceWindow of at most 30m',
      }),
    ]);
  });

  it('names the pairs that an outage does not reach, in one finding, and from where on it does', () => {
    expect(findingsOf(0.9)).toEqual([
      {
        severity: 'info',
        check: 'pairs',
        path: 'spec.objectives[0].target',
        message:
          'at 90 % the budget burns at most 10 times too fast, with everything failing, so these pairs are left out: 1h/5m above 14.4 (page)',
        fix: 'Nothing to do where the other pairs are enough; all of them can fire above 93.06 %',
      },
    ]);
    expect(findingsOf(0.5).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /: 1h\/5m above 14\.4 \(page\), 6h\/30m above 6 \(page\), 1d\/2h above 3 \(ticket\)$/,
      ),
    ]);
  });

  it('says nothing of pairs that do not fit into a short window', () => {
    // 7 d: 1h x13.44, 6h x3.5, 1d x1.4; three days are more than a quarter
    expect(findingsOf(0.95, 7)).toEqual([]);
    expect(findingsOf(0.9, 7)).toHaveLength(1);
    expect(findingsOf(0.9, 7)[0].message).toContain('above 13.44');
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
          const named = findingsOf(target, days).flatMap(({ message }) =>
            message.split(' above ').slice(1),
          );
          expect(named).toHaveLength(all.length - possible.length);
          for (const { factor } of possible) {
            expect(factor * budgetRatio(target)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});
