import fc from 'fast-check';
import type { Budgeting } from '../objective/Budgeting';
import { volumeFindings } from './volumeFindings';

function findings(options: {
  target: number;
  unitsPerDay?: number;
  budgeting?: Budgeting;
}) {
  const {
    target,
    unitsPerDay,
    budgeting = { method: 'occurrences' },
  } = options;
  return volumeFindings({
    definition: {
      target,
      targetText: '99.9',
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
      budgeting,
    },
    path: 'spec.objectives[0].target',
    unitsPerDay,
  });
}

describe('volumeFindings', () => {
  it('knows the border: 1000 events allow one failure of 99.9 %', () => {
    expect(findings({ target: 0.999, unitsPerDay: 1000 / 30 })).toEqual([]);
    expect(findings({ target: 0.999, unitsPerDay: 999 / 30 })).toEqual([
      {
        severity: 'warning',
        check: 'volume',
        path: 'spec.objectives[0].target',
        message:
          "99.9 % of about 999 events in the window allows less than one failure: the first one spends the whole budget, so the objective stays 'insufficient'",
        fix: 'At least 1000 events are needed: promise less, take a longer window, or measure time slices',
      },
    ]);
  });

  it('says nothing where the volume is not known, or there is none', () => {
    expect(findings({ target: 0.999 })).toEqual([]);
    expect(findings({ target: 0.999, unitsPerDay: 0 })).toEqual([]);
  });

  it('counts time slices by itself', () => {
    const slices = (sliceSeconds: number) =>
      findings({
        target: 0.9999,
        budgeting: { method: 'timeslices', sliceSeconds, sliceTarget: 0.9 },
      });
    expect(slices(60)).toEqual([]);
    expect(slices(300)[0].message).toContain('of about 8640 time slices');
  });

  it('speaks exactly when not one whole failure is allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 10_000 }),
        (bad, total) => {
          const target = 1 - bad / 100_000;
          const isFew = (total * 30 * bad) / 100_000 < 1 - 1e-9;
          const isEnough = (total * 30 * bad) / 100_000 > 1 + 1e-9;
          const said = findings({ target, unitsPerDay: total }).length > 0;
          expect(said).toBe(isFew || (!isEnough && said));
        },
      ),
    );
  });
});
