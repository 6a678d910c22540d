import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { quoteString, unquoteString } from './stringLiteral';

/** The names of all nodes of a query's parse tree, in order. */
function shapeOf(query: string): string {
  return parser.parse(query).toString();
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...['"', "'", '`', '\\', '\n', '\r', '\0', '{', '}', '[', ']', '(', ')'],
      ...[',', '=', '~', '#', ' ', '$', '|', '.', '*', 'a', '5', '\u2028'],
    ),
    maxLength: 30,
  }),
  fc.constantFrom(
    '"} or vector(1) #',
    '\\"} or up #',
    '\\',
    'a"b',
    "it's",
    '`',
    '\ud800',
    '{{.window}}',
  ),
);

describe('quoteString', () => {
  const expected = shapeOf('sum(rate(x{a="b"}[5m]))');

  it('pitfall 14: no value of 20,000 changes the shape of the query', () => {
    expect(expected).not.toContain('⚠');
    fc.assert(
      fc.property(anyText, value => {
        const query = `sum(rate(x{a=${quoteString(value)}}[5m]))`;
        return shapeOf(query) === expected;
      }),
      { numRuns: 20_000 },
    );
  });

  it('stands for exactly the value', () => {
    fc.assert(
      fc.property(anyText, value => {
        expect(unquoteString(quoteString(value))).toBe(
          Buffer.from(value).toString(),
        );
      }),
    );
  });

  it.each([
    ['plain', '"plain"'],
    ['a "quoted" \\ path', '"a \\"quoted\\" \\\\ path"'],
    ['two\nlines', '"two\\u000alines"'],
    ['naïve ☃', '"naïve ☃"'],
    ['half \ud800', '"half \ufffd"'],
  ])('writes %j as %s', (value, literal) => {
    expect(quoteString(value)).toBe(literal);
  });
});

describe('unquoteString', () => {
  it.each([
    ['"a\\"b"', 'a"b'],
    ["'it\\'s'", "it's"],
    ['`raw \\n`', 'raw \\n'],
    ['"\\n\\t\\\\\\a\\b\\f\\r\\v"', '\n\t\\\x07\b\f\r\v'],
    ['"\\x41\\101\\u00e9\\U0001F600"', 'AAé😀'],
    ['"\\xc3\\xa9"', 'é'],
    ['"\\011\\303\\251"', '\té'],
    ['"☃"', '☃'],
    ['""', ''],
  ])('reads %s', (literal, value) => {
    expect(unquoteString(literal)).toBe(value);
  });

  it.each([
    ['"', 'is not closed'],
    ['"abc', 'is not closed'],
    ['"abc\\"', 'an escape that PromQL does not know'],
    ['"a"b"', 'is not closed'],
    ['"a\nb"', 'is not closed'],
    ['"\\q"', 'does not know: \\q'],
    ['"\\x4"', 'does not know: \\x'],
    ['"\\ud800"', 'does not know: \\u'],
    ['"\\U00110000"', 'does not know: \\U'],
    ['"\\400"', 'does not know: \\4'],
  ])('refuses %s', (literal, message) => {
    expect(() => unquoteString(literal)).toThrow(message);
  });
});
