import fc from 'fast-check';
import { literalPattern } from './anyOfPattern';
import { checkPattern } from './checkPattern';

describe('checkPattern', () => {
  it.each([
    '',
    '5..',
    'a|b||c',
    '()(?:x)(?i:y)(?i)z(?P<n>a)(?<m>b)',
    'a*b+c?d*?e{2}f{2,}g{2,3}?',
    'a{,2}{x{01}',
    '[]a-]+[^\\]\\-x-]',
    '[[:alpha:]\\d_-]',
    '\\d\\W\\.\\_\\x41\\x{1F600}\\07\\123\\pL\\p{Greek}\\P{^Lu}\\b\\z',
    '\\Q*[(\\E+',
    '(?s-U:.*)',
    '^*',
    '(a{30}){30}',
    '[a[:]',
    '(?P<a>x)(?P<a>y)',
    '\u00e9+',
  ])('takes %j', pattern => {
    expect(() => checkPattern(pattern)).not.toThrow();
  });

  it.each([
    ['5[', '[ that is not closed'],
    ['[]', '[ that is not closed'],
    ['[a-', '[ that is not closed'],
    ['(a', '( that is not closed'],
    ['a)', 'closes a bracket'],
    ['*', 'repeats nothing'],
    ['(+)', 'repeats nothing'],
    ['a|?', 'repeats nothing'],
    ['a**', 'repeats nothing'],
    ['a+{2}', 'repeats nothing'],
    ['{2}', 'repeats nothing'],
    ['a{1001}', 'at most 1000'],
    ['a{3,2}', 'the smaller number first'],
    ['(a{40}){40}', 'at most 1000'],
    ['(?=a)', 'neither ahead nor behind'],
    ['(?!a)', 'neither ahead nor behind'],
    ['(?<!a)', 'neither ahead nor behind'],
    ['(a)\\1', '\\1, an escape'],
    ['a\\', 'an escape'],
    ['\\Z', 'an escape'],
    ['\\e', 'an escape'],
    ['[\\b]', 'an escape'],
    ['\\x{110000}', 'an escape'],
    ['\\p{Nowhere}', 'no class that is known'],
    ['[[:alfa:]]', 'unknown class'],
    ['[z-a]', 'ends before it begins'],
    [`${'('.repeat(300)}${')'.repeat(300)}`, 'nested deeper'],
    [`(${'a'.repeat(2_000)}){1000}`, 'too large'],
  ])('refuses %j', (pattern, message) => {
    expect(() => checkPattern(pattern)).toThrow(message);
  });

  it('takes every text that is quoted, and ends on any', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(() => checkPattern(literalPattern(text))).not.toThrow();
      }),
    );
    const pieces = fc.constantFrom(...'ab[](){}|*+?^-\\dQEx1,:P<>.');
    fc.assert(
      fc.property(fc.array(pieces), parts => {
        let message = '';
        try {
          checkPattern(parts.join(''));
        } catch (error) {
          message = (error as Error).message;
        }
        expect(message).toMatch(/^$|^The regular expression /);
      }),
    );
  });
});
