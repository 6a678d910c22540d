import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import {
  MAX_OPENSLO_DOCUMENT,
  MAX_OPENSLO_TEXT,
  openSloYamlSteps,
  readOpenSloYaml,
} from './readOpenSloYaml';

const faultOf = (text: string) => readOpenSloYaml(text).faults[0];

describe('readOpenSloYaml', () => {
  it('reads several documents, lists of them, and skips empty ones', () => {
    const { documents, faults } = readOpenSloYaml(
      'kind: SLO\n---\n# nothing\n---\n- kind: SLI\n- kind: Service\n',
    );
    expect(faults).toEqual([]);
    expect(documents).toEqual([
      { number: 1, value: { kind: 'SLO' } },
      { number: 2, value: { kind: 'SLI' } },
      { number: 3, value: { kind: 'Service' } },
    ]);
  });

  it('says where a text is no YAML, and reads the documents beside it', () => {
    const { documents, faults } = readOpenSloYaml(
      'kind: SLO\n---\nkind: SLO\nspec: [1, 2\n---\nkind: SLI\n',
    );
    expect(faults).toHaveLength(1);
    expect(faults[0].path).toMatch(/^line \d+, column \d+$/);
    expect(faults[0].message).toMatch(/^This is no YAML: /);
    expect(documents.map(({ value }) => value)).toContainEqual({ kind: 'SLO' });
  });

  it('refuses a key that stands twice, since one of the two would be lost', () => {
    expect(faultOf('a: 1\na: 2\n')).toMatchObject({
      path: 'line 2, column 1',
      message: expect.stringContaining('unique'),
    });
  });

  it('finds such a key at any depth, and tells it from one of another mapping', () => {
    expect(
      faultOf(
        'a: { x: 1 }\nb: { x: 1 }\n---\nc:\n  - { "x": 1, y: 2, x: 3 }\n',
      ),
    ).toMatchObject({ path: 'line 5, column 21' });
    expect(readOpenSloYaml('a: { x: 1 }\nb: { x: 1 }\n').faults).toEqual([]);
  });

  it('says that there is nothing to read', () => {
    for (const text of ['', '---\n', '# a comment']) {
      expect(faultOf(text).message).toBe('The text holds no document');
    }
  });

  it.each([
    ['too long a text', 'a'.repeat(MAX_OPENSLO_TEXT + 1), /at most 262144/],
    ['too many documents', 'a: 1\n---\n'.repeat(201), /holds 201 documents/],
    [
      'a document without end',
      Array.from({ length: 9_000 }, (_, key) => `k${key}: 1`).join('\n'),
      /a document has more than 32768 characters/,
    ],
    ['brackets without end', '['.repeat(30_000), /more than 100 brackets/],
    ['lists without end', '- '.repeat(15_000), /./],
    [
      'aliases that multiply',
      `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${Array.from(
        { length: 9 },
        (_, i) =>
          `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`,
      ).join('\n')}`,
      /cannot be read/,
    ],
  ])('is not worn down by %s', (_, text, message) => {
    const started = performance.now();
    const { documents, faults } = readOpenSloYaml(text);
    expect(documents).toEqual([]);
    expect(faults[0].message).toMatch(message);
    // milliseconds here: a hang is told apart, however slow the machine is
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('reads what the parser reads', () => {
    const scalar = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.string({ maxLength: 12 }),
      fc.constant('--- # no marker'),
    );
    const value = fc.letrec(tie => ({
      node: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 5 }), tie('node'), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
      ),
    })).node;
    const separator = fc.constantFrom('---\n', '...\n---\n', '--- # next\n');
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: value }), { minLength: 1, maxLength: 4 }),
        separator,
        fc.boolean(),
        (values, between, isFlow) => {
          const text = values
            .map(one => (isFlow ? `${JSON.stringify(one)}\n` : stringify(one)))
            .join(between);
          expect(
            readOpenSloYaml(text).documents.map(document => document.value),
          ).toEqual(parseAllDocuments(text).map(document => document.toJS()));
        },
      ),
    );
  });

  it('pauses within a long document, whose keys cost no more for each other', () => {
    const text = Array.from({ length: 2_500 }, (_, key) => `k${key}: 1`).join(
      '\n',
    );
    expect(text.length).toBeGreaterThan(MAX_OPENSLO_DOCUMENT * 0.6);
    const steps = [...openSloYamlSteps(text)];
    expect(steps.length).toBeGreaterThan(15);
    expect(readOpenSloYaml(text).documents).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const { documents, faults } = readOpenSloYaml(text);
        expect(documents.length + faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
