import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { changeValues } from './changeValues';
import { withValue } from './withValue';

const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_/-]{0,8}$/),
  fc.stringMatching(/^[a-z]{1,4}\.[a-z]{1,4}\/[a-z]{1,4}$/),
);
const scalar = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('212m', '1Gi', 'yes', '1e3', '0x1F', '# a', '- b', '*c', ''),
  fc.integer(),
  fc.boolean(),
);
const tree = fc.letrec<{ map: Record<string, unknown>; value: unknown }>(
  tie => ({
    map: fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      fc.constant({}),
      fc.constant(null),
      tie('map'),
    ),
  }),
).map;

const style = fc.record({
  indent: fc.integer({ min: 1, max: 6 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
  ),
  lineWidth: fc.constant(0),
});

/** Paths of all places that hold one value. */
function leavesOf(value: unknown, names: string[] = []): string[][] {
  const entries =
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value)
      : [];
  return entries.length > 0
    ? entries.flatMap(([key, one]) => leavesOf(one, [...names, key]))
    : [names];
}

const at = (content: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (value, key) => (value as Record<string, unknown>)[key],
    content,
  );

const pathOf = (names: readonly string[]) =>
  names.map(one => one.replaceAll('.', String.raw`\.`)).join('.');

function attempt(make: () => string): { after?: string; refusal?: Error } {
  try {
    return { after: make() };
  } catch (error) {
    return { refusal: error as Error };
  }
}

describe('changeValues, whatever the file', () => {
  const cases = fc.record({
    content: tree,
    style,
    pick: fc.nat(),
    then: scalar,
    comments: fc.boolean(),
    windows: fc.boolean(),
  });

  it('changes that value alone, or refuses and changes nothing', () => {
    let made = 0;
    fc.assert(
      fc.property(cases, ({ content, pick, then, ...options }) => {
        const leaves = leavesOf(content);
        const names = leaves[pick % leaves.length];
        const lines = stringify(content, options.style).split('\n');
        const source = lines
          .flatMap(line =>
            options.comments && /^[a-z]/i.test(line) ? ['# why', line] : [line],
          )
          .join(options.windows ? '\r\n' : '\n');
        const now = at(content, names);
        const isAlike =
          typeof now === typeof then && typeof now !== 'object' && now !== then;
        const change = (text: string) =>
          changeValues({
            source: text,
            file: 'values.yaml',
            changes: [{ path: pathOf(names), yaml: JSON.stringify(then) }],
          });
        const { after, refusal } = attempt(() => change(source).text);
        // what is alike and stands on one line is never refused
        expect(
          refusal === undefined ||
            (refusal.name === 'InputError' &&
              !(isAlike && !refusal.message.includes('several lines'))),
        ).toBe(true);
        if (after === undefined) {
          return;
        }
        made += isAlike ? 1 : 0;
        expect(parse(after)).toEqual(withValue(parse(source), names, then));
        const [old, fresh] = [source.split('\n'), after.split('\n')];
        expect(fresh).toHaveLength(old.length);
        expect(
          old.filter((line, index) => line !== fresh[index]).length,
        ).toBeLessThanOrEqual(1);
        expect(change(after)).toEqual({ text: after, changed: [] });
      }),
      { numRuns: 1_500 },
    );
    // the property says nothing where everything is refused
    expect(made).toBeGreaterThan(100);
  });

  it('adds to mappings and lists what is not there, and touches no line', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, tree, { minKeys: 1, maxKeys: 3 }),
        style,
        fc.nat(),
        fc.dictionary(name, scalar, { minKeys: 1, maxKeys: 3 }),
        (content, written, pick, more) => {
          const keys = Object.keys(content);
          const key = keys[pick % keys.length];
          const fresh = Object.fromEntries(
            Object.entries(more).filter(([one]) => !(one in content[key])),
          );
          const source = stringify(content, written);
          const { text } = changeValues({
            source,
            file: 'values.yaml',
            changes: [{ path: pathOf([key]), yaml: JSON.stringify(fresh) }],
          });
          expect(parse(text)).toEqual(withValue(parse(source), [key], fresh));
          const left = text.split('\n');
          // between braces the line itself is longer
          const kept =
            written.collectionStyle === 'any' ? source.split('\n') : [];
          expect(kept.filter(line => !left.includes(line))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
