import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from './yamlText';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...['"', "'", '\\', '\n', '\r', '\t', ' ', '#', ':', '-', '|', '>', '%'],
      ...['{', '}', '[', ']', '&', '*', '!', '@', 'a', '0', '\u0085', '\u2028'],
      ...['\ufeff', '\u007f', '\u0000', '~', '.', 'e'],
    ),
    maxLength: 20,
  }),
  fc.constantFrom('yes', 'No', 'null', '~', '1e3', '0x1f', '2026-11-21', ''),
  fc.constantFrom('1_000', '.inf', '---', '...', 'a: b', '1:30', '<<', '='),
);

describe('yamlText', () => {
  it.each([
    ['checkout', 'checkout'],
    ['yes', "'yes'"],
    ['0.5', "'0.5'"],
    ['a: b', "'a: b'"],
    ["it's", "'it''s'"],
    ['a\nb', '|-\n    a\n    b'],
    [' a\nb', '" a\\nb"'],
    ['\u0085', '"\\u0085"'],
  ])('writes %j as %s', (text, yaml) => {
    expect(yamlText(text, { indent: 4 })).toBe(yaml);
  });

  it.each(['1.1', '1.2'] as const)(
    'property: 20,000 texts mean themselves in YAML %s and leave the next key alone',
    version => {
      fc.assert(
        fc.property(anyText, text => {
          const yaml = `a:\n  b: ${yamlText(text, { indent: 4 })}\n  c: next\n`;
          expect(parse(yaml, { version })).toEqual({
            a: { b: Buffer.from(text).toString(), c: 'next' },
          });
        }),
        { numRuns: 20_000 },
      );
    },
  );
});
