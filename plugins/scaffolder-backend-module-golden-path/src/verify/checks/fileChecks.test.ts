import { findingsOf } from '../__testUtils__/findingsOf';
import { expressionCheck } from './expressionCheck';
import { jsonCheck } from './jsonCheck';
import { manifestCheck } from './manifestCheck';
import { sloCheck } from './sloCheck';
import { yamlCheck } from './yamlCheck';

describe('yamlCheck', () => {
  it('says where a file is no YAML, and leaves templates of Helm alone', async () => {
    const text = 'a: 1\nb: [\n';
    expect(await findingsOf(yamlCheck, { 'a.yml': text })).toEqual([
      expect.stringMatching(/^error a\.yml:\d is no YAML here: /),
    ]);
    expect(
      await findingsOf(yamlCheck, { 'chart/templates/a.yaml': text }),
    ).toEqual([]);
    expect(
      await findingsOf(yamlCheck, { 'a.yaml': 'a: 1\n---\na: 2\n' }),
    ).toEqual([]);
  });

  it('finds a key that stands twice', async () => {
    expect(
      await findingsOf(yamlCheck, { 'a.yaml': 'b: 1\na: 1\na: 2\n' }),
    ).toEqual([
      expect.stringMatching(/^error a\.yaml:3 is no YAML here: Map keys/),
    ]);
  });
});

describe('yamlCheck of hostile texts', () => {
  it('ends with aliases of aliases, and so does every other check', async () => {
    const lines = Array.from({ length: 9 }, (_, level) =>
      level
        ? `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`
        : 'a0: &a0 [x,x,x,x,x,x,x,x,x]',
    );
    const bomb = { 'slo/a.yaml': lines.join('\n') };
    expect(await findingsOf(yamlCheck, bomb)).toEqual([
      expect.stringMatching(/^error slo\/a\.yaml:1 is no YAML here: Excessive/),
    ]);
    expect(await findingsOf(manifestCheck, bomb)).toEqual([]);
    expect(await findingsOf(expressionCheck, bomb)).toEqual([]);
  });
});

describe('jsonCheck', () => {
  it('takes comments only where the program does', async () => {
    const text = '{\n  // why\n  "a": 1,\n}';
    expect(await findingsOf(jsonCheck, { 'package.json': text })).toEqual([
      expect.stringMatching(/^error package\.json:2 is no JSON here: /),
      expect.stringMatching(/^error package\.json:4 is no JSON here: /),
      expect.stringMatching(/^error package\.json:4 is no JSON here: /),
    ]);
    expect(
      await findingsOf(jsonCheck, {
        'tsconfig.json': text,
        '.devcontainer/devcontainer.json': text,
      }),
    ).toEqual([]);
    expect(await findingsOf(jsonCheck, { 'a.json': '{"a": 1}' })).toEqual([]);
  });
});

describe('sloCheck', () => {
  it('names file and place of what will not be measured', async () => {
    const text =
      'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }\nspec: {}\n';
    const found = await findingsOf(sloCheck, {
      'slo/a.yaml': text,
      'b.yaml': 'kind: SLO',
    });
    expect(found).toContainEqual(
      expect.stringMatching(/^error slo\/a\.yaml SLO a: spec\.service /),
    );
    expect(found.every(one => one.startsWith('error slo/a.yaml '))).toBe(true);
  });
});
