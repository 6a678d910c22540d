import fc from 'fast-check';
import { packCells, unpackCells } from './packedCells';

function cells(values: Array<{ bad: number; total: number; covered: number }>) {
  return {
    bad: Float64Array.from(values, ({ bad }) => bad),
    total: Float64Array.from(values, ({ total }) => total),
    covered: Float64Array.from(values, ({ covered }) => covered),
  };
}

const count = fc.oneof(
  fc.constant(0),
  fc.nat({ max: 300 }),
  fc.maxSafeNat(),
  fc.double({ min: 0, max: 1e15, noNaN: true }).map(value => value + 0),
);
const day = fc.array(
  fc.record({ bad: count, total: count, covered: fc.nat({ max: 900 }) }),
  { maxLength: 288 },
);

describe('packedCells', () => {
  it('gives back every number, bit for bit', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (values, isPassing) => {
        const before = cells(values);
        const after = unpackCells({
          packed: packCells(before, { isPassing }),
          length: values.length,
        });
        expect(after).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the largest whole numbers and the smallest fractions', () => {
    const before = cells([
      { bad: Number.MAX_SAFE_INTEGER, total: 2 ** 53 + 2, covered: 300 },
      { bad: Number.MIN_VALUE, total: 1e300, covered: 1 },
    ]);

    expect(unpackCells({ packed: packCells(before), length: 2 })).toEqual(
      before,
    );
  });

  it('stores a quiet day in a few bytes', () => {
    const quiet = cells(
      Array.from({ length: 96 }, () => ({ bad: 0, total: 0, covered: 900 })),
    );

    expect(packCells(quiet).length).toBeLessThan(20);
  });

  it('stores a busy day of whole counts in less than 500 bytes', () => {
    const busy = cells(
      Array.from({ length: 96 }, (_, index) => ({
        bad: (index * 7919) % 40,
        total: 20_000 + ((index * 104_729) % 9_973),
        covered: 900,
      })),
    );

    expect(packCells(busy).length).toBeLessThan(500);
  });

  it('deflates what passes only where the row would be too large', () => {
    const DEFLATED = 2;
    const dayOf = (total: number) =>
      cells(
        Array.from({ length: 288 }, () => ({ bad: 0, total, covered: 300 })),
      );
    const formatOf = (total: number, isPassing: boolean) =>
      packCells(dayOf(total), { isPassing })[0];

    expect(formatOf(1_000, true)).not.toBe(DEFLATED);
    expect(formatOf(1_000, false)).toBe(DEFLATED);
    expect(formatOf(1_000.5, true)).toBe(DEFLATED);
  });

  it('refuses a format that a newer version wrote, and says so', () => {
    expect(() =>
      unpackCells({ packed: Buffer.from([9, 0, 0, 0]), length: 0 }),
    ).toThrow('cells of format 9, which a newer version has written');
  });
});
