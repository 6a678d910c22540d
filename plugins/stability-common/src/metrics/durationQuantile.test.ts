import fc from 'fast-check';
import { durationQuantile, type ObservedDuration } from './durationQuantile';

/** `6` is over, `'6+'` goes on. */
function durations(...values: Array<number | string>): ObservedDuration[] {
  return values.map(value => ({
    seconds: parseFloat(String(value)),
    isOpen: String(value).endsWith('+'),
  }));
}

function medianOf(items: ObservedDuration[]) {
  return durationQuantile({ durations: items, share: 0.5 });
}

describe('durationQuantile', () => {
  it('is known for the remissions of Freireich and others (1963)', () => {
    const treated = durations(
      6,
      6,
      6,
      '6+',
      7,
      '9+',
      10,
      '10+',
      '11+',
      13,
      16,
      '17+',
      '19+',
      '20+',
      22,
      23,
      '25+',
      '32+',
      '32+',
      '34+',
      '35+',
    );
    const placebo = durations(
      1,
      1,
      2,
      2,
      3,
      4,
      4,
      5,
      5,
      8,
      8,
      8,
      8,
      11,
      11,
      12,
      12,
      15,
      17,
      22,
      23,
    );
    expect(medianOf(treated)).toBe(23);
    expect(durationQuantile({ durations: treated, share: 0.25 })).toBe(13);
    expect(medianOf(placebo)).toBe(8);
  });

  it('is the ordinary median when nothing goes on', () => {
    expect(medianOf(durations(3, 1, 2))).toBe(2);
    expect(medianOf(durations(4, 1, 2, 3))).toBe(2.5);
    expect(medianOf(durations(4, 2, 2, 1))).toBe(2);
    expect(medianOf(durations(7))).toBe(7);
  });

  it('does not know the median while half of them go on', () => {
    expect(medianOf(durations('1+'))).toBeUndefined();
    expect(medianOf(durations(1, '2+'))).toBeUndefined();
    expect(medianOf(durations(1, 2, '2+', '3+'))).toBeUndefined();
    expect(medianOf([])).toBeUndefined();
  });

  it('takes what ends and what goes on at one instant for longer', () => {
    expect(medianOf(durations('5+', 5, 5))).toBe(5);
  });

  it('gives the ninth of ten its due', () => {
    const ten = durations(...Array.from({ length: 10 }, (_, i) => i + 1));
    expect(durationQuantile({ durations: ten, share: 0.9 })).toBe(9.5);
  });

  it('never falls when one of them turns out to go on', () => {
    const lists = fc.array(
      fc.record({ seconds: fc.nat(50), isOpen: fc.boolean() }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(lists, fc.nat(), (items, seed) => {
        const index = seed % items.length;
        const opened = items.with(index, { ...items[index], isOpen: true });
        expect(medianOf(opened) ?? Infinity).toBeGreaterThanOrEqual(
          medianOf(items) ?? Infinity,
        );
      }),
    );
  });

  it('agrees with counting when nothing goes on', () => {
    const lists = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lists, values => {
        const sorted = [...values].sort((a, b) => a - b);
        const half = sorted.length / 2;
        const expected = Number.isInteger(half)
          ? (sorted[half - 1] + sorted[half]) / 2
          : sorted[Math.floor(half)];
        expect(medianOf(durations(...values))).toBe(expected);
      }),
    );
  });
});
