import fc from 'fast-check';
import {
  MARKS,
  minutesOfPercent,
  percentAt,
  percentOfMinutes,
  positionOf,
  SCALE_END,
} from './availabilityScale';
import { promiseMeaning } from './promiseMeaning';

const percents = fc
  .integer({ min: 9_500, max: 9_999 })
  .map(hundredths => hundredths / 100);

describe('promiseMeaning', () => {
  it("says what ShopKart's promise means, by the rules' own arithmetic", () => {
    expect(
      promiseMeaning({ availability: 99.9, errorRatePercent: 1 }),
    ).toMatchObject({
      budgetMinutes: 43.2,
      weekSeconds: expect.closeTo(604.8),
      oneOf: 1_000,
      // one percent of requests: 14.4 times it is reached in 8.64 minutes
      page: { factor: 14.4, afterSeconds: expect.closeTo(518.4) },
      ticket: { factor: 1, days: 3, share: 0.1 },
      warnBelow: 0.2,
    });
  });

  it('pages after two slices where they are shorter than that', () => {
    expect(
      promiseMeaning({ availability: 99.99, errorRatePercent: 5 }).page,
    ).toEqual({ factor: 14.4, afterSeconds: 120 });
  });

  it('pages no later for a stricter promise', () => {
    fc.assert(
      fc.property(percents, percents, (one, other) => {
        const [loose, strict] = [one, other].sort((a, b) => a - b);
        const after = (availability: number) =>
          promiseMeaning({ availability, errorRatePercent: 1 }).page
            ?.afterSeconds ?? Infinity;
        expect(after(strict)).toBeLessThanOrEqual(after(loose));
      }),
    );
  });
});

describe('the scale of availability', () => {
  it('has its marks as far apart from each other', () => {
    expect(MARKS.map(positionOf)).toEqual([0, 100, 200, 300, SCALE_END]);
    expect(MARKS.map(mark => percentAt(positionOf(mark)))).toEqual([...MARKS]);
  });

  it('finds every percentage of it again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9_900, max: 9_999 }), hundredths => {
        const percent = hundredths / 100;
        expect(percentAt(positionOf(percent))).toBe(percent);
        expect(percentOfMinutes(minutesOfPercent(percent))).toBe(percent);
      }),
    );
  });

  it('holds what is beyond it', () => {
    expect([positionOf(95), percentAt(-5), percentAt(9_999)]).toEqual([
      0, 99, 99.99,
    ]);
    expect([percentOfMinutes(0), percentOfMinutes(50_000)]).toEqual([
      99.99, 95,
    ]);
  });
});
