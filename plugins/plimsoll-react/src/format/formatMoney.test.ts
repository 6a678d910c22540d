import fc from 'fast-check';
import { formatMoney } from './formatMoney';

const usd = { locale: 'en-GB', currency: 'USD' };

describe('money', () => {
  it.each([
    ['415.48', {}, '$415.48'],
    ['0', {}, '$0.00'],
    ['1204.5', {}, '$1,204.50'],
    ['-3.18', {}, '\u2212$3.18'],
    ['748.2', { whole: true }, '$748'],
    ['54', { whole: true, signed: true }, '+$54'],
    ['-13', { whole: true, signed: true }, '\u2212$13'],
    ['0', { signed: true }, '$0.00'],
    ['-0.000000000499999', { exact: true }, '\u2212$0.000000000499999'],
    ['415.5', { exact: true }, '$415.50'],
  ])('%s with %j reads %s', (amount, options, text) => {
    expect(formatMoney(amount, { ...usd, ...options })).toBe(text);
  });

  it('never reads as nothing while there is something', () => {
    expect(formatMoney('0.0034', usd)).toBe('$0.003');
    expect(formatMoney('0.2', { ...usd, whole: true })).toBe('$0.2');
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
        fc.boolean(),
        (value, whole) => {
          expect(formatMoney(value.toFixed(9), { ...usd, whole })).toMatch(
            value.toFixed(9) === '0.000000000' ? /0/ : /[1-9]/,
          );
        },
      ),
    );
  });

  it('writes as the reader does, in the digits of the currency', () => {
    expect(formatMoney('1204.5', { locale: 'de-DE', currency: 'EUR' })).toBe(
      '1.204,50\u00a0€',
    );
    expect(
      formatMoney('0.0000000004', {
        locale: 'de-DE',
        currency: 'EUR',
        exact: true,
      }),
    ).toBe('0,0000000004\u00a0€');
    expect(formatMoney('1204.5', { locale: 'en-GB', currency: 'JPY' })).toBe(
      '¥1,205',
    );
  });

  it.each(['', ' ', 'NULL', '1,5'])('refuses %j', amount => {
    expect(() => formatMoney(amount, usd)).toThrow(RangeError);
  });
});
