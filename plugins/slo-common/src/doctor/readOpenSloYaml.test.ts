import fc from 'fast-check';
import { MAX_OPENSLO_TEXT, readOpenSloYaml } from './readOpenSloYaml';

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

  it('says that there is nothing to read', () => {
    for (const text of ['', '---\n', '# a comment']) {
      expect(faultOf(text).message).toBe('The text holds no document');
    }
  });

  it.each([
    ['too long a text', 'a'.repeat(MAX_OPENSLO_TEXT + 1), /at most 262144/],
    ['too many documents', 'a: 1\n---\n'.repeat(201), /holds 201 documents/],
    ['brackets without end', '['.repeat(100_000), /./],
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
    expect(performance.now() - started).toBeLessThan(3_000);
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
