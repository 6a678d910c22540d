import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { formatDuration, parseDuration } from './parseDuration';

describe('parseDuration', () => {
  it.each([
    ['30d', { value: 30, unit: 'd' }],
    ['1m', { value: 1, unit: 'm' }],
    ['1M', { value: 1, unit: 'M' }],
    ['12h', { value: 12, unit: 'h' }],
    ['4w', { value: 4, unit: 'w' }],
    ['2Q', { value: 2, unit: 'Q' }],
    ['1Y', { value: 1, unit: 'Y' }],
    ['007d', { value: 7, unit: 'd' }],
  ])('reads %s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each([
    '',
    'd',
    '30',
    '30 d',
    ' 30d',
    '30d ',
    '30d\n',
    '1h30m',
    '1.5h',
    '-1d',
    '30D',
    '30s',
    '30H',
    '1y',
    '1q',
    '1W',
    '0d',
    '1000000d',
  ])('refuses %j and says how to write it', text => {
    expect(() => parseDuration(text)).toThrow(InputError);
    expect(() => parseDuration(text)).toThrow(
      `'${text}' is no duration; write a whole number above zero and one of ` +
        `m (minute), h, d, w, M (month), Q, Y, for instance 30d`,
    );
  });

  it('property: reading is the inverse of writing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom('m', 'h', 'd', 'w', 'M', 'Q', 'Y'),
        (value, unit) => {
          const text = `${value}${unit}`;
          expect(formatDuration(parseDuration(text))).toBe(text);
          expect(parseDuration(text)).toEqual({ value, unit });
        },
      ),
    );
  });
});
