import type { PreviewFile } from '@plimsoll/plugin-golden-path-common';
import { fileTree } from './fileTree';

const file = (path: string, more: Partial<PreviewFile> = {}): PreviewFile => ({
  path,
  size: 10,
  followsPromise: false,
  ...more,
});

describe('fileTree', () => {
  it('puts the root first, then what follows the promise, then the rest', () => {
    const tree = fileTree([
      file('Dockerfile'),
      file('app/main.py'),
      file('slo/objectives.yaml', { followsPromise: true }),
      file('tests/test_a.py', { note: { kind: 'tests', tests: 4 } }),
      file('tests/test_b.py', { note: { kind: 'tests', tests: 3 } }),
    ]);
    expect(
      tree.map(({ name, followsPromise, tests, telling }) => [
        name,
        followsPromise,
        tests,
        telling.length,
      ]),
    ).toEqual([
      ['', false, 0, 0],
      ['slo', true, 0, 1],
      ['app', false, 0, 0],
      ['tests', false, 7, 0],
    ]);
  });

  it('loses no file', () => {
    const files = [file('a'), file('b/c'), file('b/d/e'), file('.f/g')];
    expect(fileTree(files).flatMap(folder => folder.files)).toHaveLength(4);
  });
});
