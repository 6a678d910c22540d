import fc from 'fast-check';
import { plainLine, plainText } from './plainText';

describe('plainLine', () => {
  it.each([
    ['a\u0000b', 'a b'],
    ['\u0007a\r\n\tb\u0085', 'a b'],
    ['\u0000', ''],
    ['Kasa – płatności', 'Kasa – płatności'],
  ])('makes %j %j', (text, expected) => {
    expect(plainLine(text, 20)).toBe(expected);
  });

  it('cuts no character in half', () => {
    expect(plainLine('😀😀😀', 2)).toBe('😀😀');
  });

  it('keeps no control character and no more than is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const line = plainLine(text, 5);
        expect(line).not.toMatch(/\p{Cc}/u);
        expect([...line].length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('plainText', () => {
  it('keeps lines, and nothing else that controls', () => {
    expect(plainText('one\n\ttwo\u0000three\r\n', 50)).toBe('one\n\ttwo three');
    expect(plainText('long', 2)).toBe('lo');
  });
});
