import fc from 'fast-check';
import { parsePromql, textOf } from './parsePromql';

describe('parsePromql', () => {
  it('replaces each window placeholder and remembers where', () => {
    const { text, windowOffsets } = parsePromql(
      'rate(a[{{.window}}]) + rate(b[{{ .window }}])',
    );
    expect(text).toBe('rate(a[5m]) + rate(b[5m])');
    expect(Array.from(windowOffsets)).toEqual([7, 21]);
  });

  it('removes comments, but no # in a string', () => {
    const { text, root } = parsePromql('a{b="#1"} # the first\n+ c # the last');
    expect(text).toBe('a{b="#1"} \n+ c');
    expect(textOf(text, root)).toBe(text);
  });

  it.each([
    ['', 'ends too early'],
    ['# nothing', 'ends too early'],
    ['sum(x', 'ends too early'],
    ['sum(x))', 'near `)`'],
    ['x{a="b}', 'is not closed'],
    ["x{a='b\\'}", 'PromQL does not know|is not closed|ends too early'],
    ['x{a="\\q"}', 'an escape that PromQL does not know'],
    ['foo bar', 'near `bar`'],
    ['nosuchfunction(x)', 'near `(x)`'],
    ['rate(x[{{.range}}])', 'holds {{.range}}, which is not known'],
    ['rate(x[{{ window }}])', 'write {{.window}}'],
  ])('refuses %j', (query, message) => {
    expect(() => parsePromql(query)).toThrow(
      new RegExp(message.replace(/[{}()`]/g, '\\$&')),
    );
  });

  it('refuses a query that is too long', () => {
    expect(() => parsePromql(`sum(${'x'.repeat(8_000)})`)).toThrow(
      'at most 8000 are read',
    );
  });

  it('refuses a query that is nested too deep', () => {
    const deep = `${'('.repeat(300)}x${')'.repeat(300)}`;
    expect(() => parsePromql(deep)).toThrow('nested deeper than 200 levels');
  });

  it('knows minutes that were written as months', () => {
    expect(() => parsePromql('sum(rate(x[5M]))')).toThrow(
      /capital M, and PromQL has no months; write a small m for minutes/,
    );
    expect(() => parsePromql('sum(rate(x[5m])) M')).toThrow(/near `M`/);
  });

  it('neither crashes nor hangs on any text', () => {
    const piece = fc.constantFrom(
      ...[
        'sum',
        'rate',
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '`',
        '#',
        '\n',
      ],
      ...[
        'x',
        '=',
        '=~',
        ',',
        '5m',
        '{{.window}}',
        'by',
        'or',
        '@',
        'offset',
        '\\',
      ],
    );
    const everyOutcomeIsKnown = fc.check(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces =>
        ['read', 'InputError'].includes(outcomeOf(pieces.join(' '))),
      ),
      { numRuns: 5_000 },
    );
    expect(everyOutcomeIsKnown).toMatchObject({ failed: false });
  });
});

function outcomeOf(query: string): string {
  try {
    parsePromql(query);
    return 'read';
  } catch (error) {
    return (error as Error).name;
  }
}
