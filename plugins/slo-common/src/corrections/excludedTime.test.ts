import fc from 'fast-check';
import { ledgers, utc } from '../__testUtils__/arbitraries';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sumBuckets } from '../ledger/sumBuckets';
import { CORRECTION_STEP_SECONDS, correctionRange } from './correctionRange';
import { ExcludedTime } from './ExcludedTime';
import { excludedSeconds, remainingRanges } from './remainingRanges';
import { unionRanges } from './unionRanges';
import { withoutExcluded } from './withoutExcluded';

const START = utc('2026-11-20T00:00:00Z');
const STEP = CORRECTION_STEP_SECONDS;
const range = (from: number, to: number): LedgerRange => ({
  from: START + from * STEP,
  to: START + to * STEP,
});

describe('unionRanges', () => {
  it('joins what overlaps or touches, in whatever order, and drops the empty', () => {
    expect(
      unionRanges([range(8, 9), range(2, 4), range(4, 6), range(3, 3)]),
    ).toEqual([range(2, 6), range(8, 9)]);
    expect(unionRanges([range(0, 9), range(2, 3)])).toEqual([range(0, 9)]);
  });

  it('leaves its arguments as they are', () => {
    const given = [range(0, 2), range(1, 5)];
    unionRanges(given);
    expect(given).toEqual([range(0, 2), range(1, 5)]);
  });
});

describe('remainingRanges and excludedSeconds', () => {
  it('cut a stretch at the excluded ones', () => {
    const excluded = [range(-4, -2), range(-1, 1), range(3, 5), range(9, 12)];
    expect(remainingRanges({ excluded, ...range(0, 10) })).toEqual([
      range(1, 3),
      range(5, 9),
    ]);
    expect(excludedSeconds({ excluded, ...range(0, 10) })).toBe(4 * STEP);
  });

  it('leave nothing of a stretch that is excluded, and all without one', () => {
    const whole = range(2, 4);
    expect(remainingRanges({ excluded: [range(2, 4)], ...whole })).toEqual([]);
    expect(remainingRanges({ excluded: [], ...whole })).toEqual([whole]);
    expect(remainingRanges({ excluded: [range(4, 6)], ...whole })).toEqual([
      whole,
    ]);
  });
});

describe('correctionRange', () => {
  it.each([0, 7, 3e13, NaN])(
    'knows no slices of %s seconds, of a document that was refused',
    sliceSeconds => {
      expect(correctionRange({ ...range(1, 3), sliceSeconds })).toEqual(
        range(1, 3),
      );
    },
  );

  it('moves outwards to whole quarter hours, and leaves those as they are', () => {
    const at = (time: string) => utc(`2026-11-20T${time}Z`);
    expect(correctionRange({ from: at('10:07:30'), to: at('10:46') })).toEqual({
      from: at('10:00'),
      to: at('11:00'),
    });
    expect(correctionRange(range(1, 3))).toEqual(range(1, 3));
  });

  it.each([
    [60, '10:15', '10:45'],
    [300, '10:15', '10:45'],
    // the slices that end at 10:20 and 10:50 reach into other quarters
    [600, '10:00', '11:00'],
    [900, '10:15', '10:45'],
    [1_200, '10:00', '11:00'],
    [3_600, '10:00', '11:00'],
    [86_400, '00:00', '24:00'],
  ])('takes slices of %p s whole', (sliceSeconds, from, to) => {
    const midnight = START;
    const at = (time: string) => {
      const [hours, minutes] = time.split(':').map(Number);
      return midnight + hours * 3_600 + minutes * 60;
    };
    expect(
      correctionRange({ from: at('10:16'), to: at('10:41'), sliceSeconds }),
    ).toEqual({ from: at(from), to: at(to) });
  });

  it('property: holds what was asked, cuts no cell and no slice, and is itself again', () => {
    const slices = fc.oneof(
      fc.constantFrom(60, 75, 100, 150, 300),
      fc.integer({ min: 1, max: 288 }).map(count => count * 300),
    );
    fc.assert(
      fc.property(
        fc.nat(10 * 86_400),
        fc.integer({ min: 1, max: 86_400 }),
        slices,
        (offset, length, sliceSeconds) => {
          const asked = { from: START + offset, to: START + offset + length };
          const whole = correctionRange({ ...asked, sliceSeconds });
          expect(whole.from).toBeLessThanOrEqual(asked.from);
          expect(whole.to).toBeGreaterThanOrEqual(asked.to);
          for (const end of [whole.from, whole.to]) {
            expect([end % STEP, end % sliceSeconds]).toEqual([0, 0]);
          }
          expect(correctionRange({ ...whole, sliceSeconds })).toEqual(whole);
        },
      ),
    );
  });
});

describe('withoutExcluded', () => {
  it('never divides a bucket, nor drops one that is excluded in part', () => {
    const day = {
      start: START,
      seconds: 86_400,
      bad: 1,
      total: 2,
      coveredSeconds: 86_400,
    };
    const buckets = [day];
    expect(withoutExcluded({ buckets, excluded: [range(0, 8)] })).toEqual([
      day,
    ]);
    expect(withoutExcluded({ buckets, excluded: [range(-1, 97)] })).toEqual([]);
    expect(withoutExcluded({ buckets, excluded: [] })).toBe(buckets);
  });
});

describe('excluded time, by properties', () => {
  const stretches = fc
    .array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 30 })), {
      maxLength: 8,
    })
    .map(found =>
      found.map(([from, length]) => range(from - 10, from - 10 + length)),
    );
  const buckets = fc.oneof(
    ledgers({ start: START, step: 300, maxLength: 300 }),
    ledgers({ start: START, step: 900, maxLength: 110 }),
  );
  const looked = fc
    .tuple(fc.nat(100), fc.nat(100))
    .map(([a, b]) => range(Math.min(a, b), Math.max(a, b) + 1));

  it('property: the order of corrections says nothing', () => {
    fc.assert(
      fc.property(stretches, fc.nat(7), (found, turn) => {
        const turned = [...found.slice(turn), ...found.slice(0, turn)];
        expect(unionRanges(turned.reverse())).toEqual(unionRanges(found));
      }),
    );
  });

  it('property: a union covers what its parts cover, once', () => {
    fc.assert(
      fc.property(stretches, fc.nat(140), (found, offset) => {
        const at = START + (offset - 10) * STEP;
        const holding = (ranges: LedgerRange[]) =>
          ranges.filter(({ from, to }) => from <= at && at < to).length;
        const union = unionRanges(found);
        expect(holding(union)).toBe(holding(found) > 0 ? 1 : 0);
        expect(unionRanges(union)).toEqual(union);
      }),
    );
  });

  it('property: what is left and what is excluded make the whole', () => {
    fc.assert(
      fc.property(stretches, looked, (found, whole) => {
        const excluded = unionRanges(found);
        const left = remainingRanges({ excluded, ...whole }).reduce(
          (sum, { from, to }) => sum + to - from,
          0,
        );
        expect(left + excludedSeconds({ excluded, ...whole })).toBe(
          whole.to - whole.from,
        );
      }),
    );
  });

  it('property: any stretch has the excluded seconds that going through all gives', () => {
    fc.assert(
      fc.property(stretches, looked, fc.nat(900), (found, whole, shift) => {
        const excluded = unionRanges(found);
        const asked = { from: whole.from - shift, to: whole.to + shift / 2 };
        expect(ExcludedTime.create(excluded).within(asked)).toBe(
          excludedSeconds({ excluded, ...asked }),
        );
      }),
    );
    expect(ExcludedTime.create([]).within(range(0, 9))).toBe(0);
  });

  it('property: sums of what is left are sums of the buckets left, never more than raw, and all again after an undo', () => {
    fc.assert(
      fc.property(stretches, buckets, looked, (found, cells, whole) => {
        const excluded = unionRanges(found);
        const total = (ranges: LedgerRange[]) =>
          ranges
            .map(each => sumBuckets({ buckets: cells, ...each }))
            .reduce(
              (sum, { bad, total: all, coveredSeconds }) => ({
                bad: sum.bad + bad,
                total: sum.total + all,
                coveredSeconds: sum.coveredSeconds + coveredSeconds,
              }),
              { bad: 0, total: 0, coveredSeconds: 0 },
            );
        const corrected = total(remainingRanges({ excluded, ...whole }));
        const left = withoutExcluded({ buckets: cells, excluded });
        const {
          from: _,
          to: __,
          ...summed
        } = sumBuckets({
          buckets: left,
          ...whole,
        });
        expect(corrected).toEqual(summed);
        const raw = total([whole]);
        expect(corrected.bad).toBeLessThanOrEqual(raw.bad);
        expect(corrected.total).toBeLessThanOrEqual(raw.total);
        expect(total(remainingRanges({ excluded: [], ...whole }))).toEqual(raw);
      }),
    );
  });
});
