import fc from 'fast-check';
import { ExactSums } from './exactSums';

/** Units of 10^-15 as a decimal text. */
function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(16, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -15)}.${digits.slice(-15)}`;
}

const amounts = fc.array(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), {
  maxLength: 50,
});

describe('ExactSums', () => {
  it('loses nothing, and moves no amount by more than a nano-unit', () => {
    fc.assert(
      fc.property(amounts, units => {
        const sums = ExactSums.create();
        let rounded = 0n;
        let exact = 0n;
        for (const amount of units) {
          const nano = sums.round('bill', 'billed', textOf(amount));
          rounded += nano;
          exact += amount;
          const off = nano * 1_000_000n - amount;
          expect(off <= 1_000_000n && off >= -1_000_000n).toBe(true);
        }
        // half a nano-unit at the most, over the whole bill
        const rest = rounded * 1_000_000n - exact;
        expect(rest <= 500_000n && rest >= -500_000n).toBe(true);
      }),
    );
  });

  it('keeps what is whole as it is', () => {
    fc.assert(
      fc.property(amounts, units => {
        const sums = ExactSums.create();
        for (const amount of units) {
          const whole = amount * 1_000_000n;
          expect(sums.round('bill', 'list', textOf(whole))).toBe(amount);
        }
      }),
    );
  });

  it('tells what was summed, to the last digit', () => {
    fc.assert(
      fc.property(amounts, units => {
        const sums = ExactSums.create();
        for (const amount of units) {
          sums.round('bill', 'billed', textOf(amount));
        }
        const told = sums.sum('bill', 'billed');
        const exact = textOf(units.reduce((sum, amount) => sum + amount, 0n));
        expect(told).toBe(exact.replace(/\.?0+$/, ''));
        expect(sums.sum('bill', 'list')).toBe('0');
      }),
    );
  });

  it('sums bills and metrics apart', () => {
    const sums = ExactSums.create();
    const half = '0.0000000004';
    expect(sums.round('a', 'billed', half)).toBe(0n);
    expect(sums.round('b', 'billed', half)).toBe(0n);
    expect(sums.round('a', 'list', half)).toBe(0n);
    expect(sums.round('a', 'billed', half)).toBe(1n);
  });

  it.each(['', '1e5', '1.0000000000000001', 'NaN', '1,5', '0x1'])(
    'refuses %p',
    text => {
      expect(() => ExactSums.create().round('a', 'billed', text)).toThrow(
        TypeError,
      );
    },
  );
});
