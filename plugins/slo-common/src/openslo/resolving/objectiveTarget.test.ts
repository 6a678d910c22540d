import fc from 'fast-check';
import { objectiveTarget } from './objectiveTarget';

describe('objectiveTarget', () => {
  it.each([
    [{ target: 0.999 }, { target: 0.999, targetText: '99.9' }],
    [{ targetPercent: 99.9 }, { target: 0.999, targetText: '99.9' }],
    [{ target: 0.9995 }, { target: 0.9995, targetText: '99.95' }],
    [
      { targetPercent: 99.99999 },
      { target: 0.9999999, targetText: '99.99999' },
    ],
    [{ target: 0.57 }, { target: 0.57, targetText: '57' }],
    [{ target: 0 }, { target: 0, targetText: '0' }],
    [{ targetPercent: 92 }, { target: 0.92, targetText: '92' }],
  ])('%j is %j', (objective, expected) => {
    expect(objectiveTarget(objective)).toEqual(expected);
  });

  it('pitfall 10: reads both spellings of any target with six digits alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), millionths => {
        const byRatio = objectiveTarget({ target: millionths / 1e6 });
        const byPercent = objectiveTarget({ targetPercent: millionths / 1e4 });
        expect(byPercent).toEqual(byRatio);
        expect(byRatio.target).toBeLessThan(1);
        expect(byRatio.targetText).toMatch(/^\d+(\.\d{1,4})?$/);
      }),
    );
  });
});
