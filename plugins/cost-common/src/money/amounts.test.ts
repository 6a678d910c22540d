import fc from 'fast-check';
import { formatAmount } from './formatAmount';
import { parseAmount } from './parseAmount';
import { addAmounts, NO_COST, sumAmounts } from './sumAmounts';
import { nanosOf, unitsOf } from './unitsOf';

describe('parseAmount', () => {
  it.each([
    ['415.48', 415_480_000_000n],
    ['-3.18', -3_180_000_000n],
    ['+1', 1_000_000_000n],
    ['.5', 500_000_000n],
    ['5.', 5_000_000_000n],
    [' 7 ', 7_000_000_000n],
    ['1.5E-3', 1_500_000n],
    ['2e3', 2_000_000_000_000n],
    ['0.0000000004', 0n],
    ['0.0000000005', 1n],
    ['-0.0000000005', -1n],
    ['12345678901234567890.123456789', 12345678901234567890123456789n],
  ])('reads %s', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each([
    '',
    '.',
    '-',
    '1,5',
    '1 000',
    'NaN',
    '1e',
    '0x10',
    'NULL',
    '1e9999',
  ])('refuses %p and says how to write it', text => {
    expect(() => parseAmount(text)).toThrow(/is no amount; write a decimal/);
  });

  it('does not repeat long input in its message', () => {
    expect(() => parseAmount('x'.repeat(5_000))).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,200}$/) }),
    );
  });
});

describe('formatAmount', () => {
  it.each([
    [415_480_000_000n, '415.48'],
    [-3_180_000_000n, '-3.18'],
    [0n, '0.00'],
    [1n, '0.000000001'],
    [-1n, '-0.000000001'],
    [1_500_000_000n, '1.50'],
    [100_000_000_000n, '100.00'],
    [1_234_000_000n, '1.234'],
  ])('writes %s', (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });

  it('writes what can be read again', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), amount => {
        expect(parseAmount(formatAmount(amount))).toBe(amount);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('sumAmounts', () => {
  it('adds metric by metric and never changes what it was given', () => {
    const one = { billed: 1n, effective: 2n, contracted: 3n, list: 4n };
    expect(sumAmounts([one, one])).toEqual(addAmounts(one, one));
    expect(sumAmounts([one, one])).toEqual({
      billed: 2n,
      effective: 4n,
      contracted: 6n,
      list: 8n,
    });
    expect(one.billed).toBe(1n);
    const none = sumAmounts([]);
    none.billed = 5n;
    expect(NO_COST.billed).toBe(0n);
  });
});

describe('unitsOf and nanosOf', () => {
  it('go there and back', () => {
    expect(unitsOf(1_250_000_000n)).toBe(1.25);
    expect(nanosOf(1.25)).toBe(1_250_000_000n);
    expect(nanosOf(-0.1)).toBe(-100_000_000n);
    expect(() => nanosOf(Number.NaN)).toThrow('NaN is no amount of money');
  });
});
