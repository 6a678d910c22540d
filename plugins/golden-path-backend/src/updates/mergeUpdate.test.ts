import type { LockFile } from '@plimsoll/plugin-golden-path-common';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { FileVersion } from './merge/FileVersion';
import { mergeUpdate } from './mergeUpdate';
import { sha256 } from './sha256';

const file = (
  text: string,
  mode: FileVersion['mode'] = '100644',
): FileVersion => ({ content: Buffer.from(text), mode });

function lockOf(files: Record<string, string>, version: string): LockFile {
  return {
    version: 1,
    template: { name: 'node-service', version, hash: version },
    engine: 'any',
    answers: {},
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        { sha256: sha256(text), mode: '100644', policy: 'merge' },
      ]),
    ),
  };
}

function treeOf(files: Record<string, string>, lock: LockFile) {
  return new Map([
    ...Object.entries(files).map(([path, text]) => [path, file(text)] as const),
    ['.plimsoll/lock.yaml', file(stringify(lock))] as const,
  ]);
}

const BASE = { a: 'a1\na2\na3\na4\n', b: 'b\n', c: 'c\n' };
const lock = lockOf(BASE, '1.0.0');
const NEXT = { a: 'a1\na2\na3\na4\nnext\n', b: 'b next\n', c: 'c\n' };
const theirs = treeOf(NEXT, lockOf(NEXT, '1.1.0'));

describe('mergeUpdate', () => {
  it('needs no old version for files that nobody has changed', () => {
    const merged = mergeUpdate({
      lock,
      ours: treeOf({ ...BASE, a: `ours\n${BASE.a}` }, lock),
      rendered: undefined,
      theirs,
    });
    expect(
      merged.files.map(one => [one.path, one.outcome, one.reason]),
    ).toEqual([
      ['a', 'conflict', 'base-unknown'],
      ['b', 'update', undefined],
    ]);
    expect(merged.notes).toEqual([
      'What node-service 1.0.0 wrote is not known any more, so files that were changed since cannot be merged line by line.',
      'It cannot be told what was changed in 1 files, so all of it is taken for yours.',
    ]);
    expect(merged.writes.map(({ path }) => path)).toEqual([
      'b',
      '.plimsoll/from-template/a',
      '.plimsoll/lock.yaml',
    ]);
  });

  it('believes no old version that does not write what was written', () => {
    const ours = treeOf({ ...BASE, a: `ours\n${BASE.a}` }, lock);
    const other = treeOf({ ...BASE, a: 'another engine\n' }, lock);
    const [first] = mergeUpdate({ lock, ours, rendered: other, theirs }).files;
    expect(first).toMatchObject({ path: 'a', reason: 'base-unknown' });
    const same = treeOf(BASE, lock);
    const { files, writes } = mergeUpdate({
      lock,
      ours,
      rendered: same,
      theirs,
    });
    expect(files[0]).toMatchObject({ path: 'a', outcome: 'merge' });
    expect(
      Buffer.from(writes[0].base64Content ?? '', 'base64').toString(),
    ).toBe('ours\na1\na2\na3\na4\nnext\n');
    // what it replaces is what was read
    expect(writes[0].replaces).toBe(sha256(`ours\n${BASE.a}`));
  });

  it('takes away what it has attached before', () => {
    const old = '.plimsoll/from-template/gone';
    const ours = treeOf({ ...BASE, [old]: 'old\n' }, lock);
    const { writes } = mergeUpdate({ lock, ours, rendered: undefined, theirs });
    expect(writes).toContainEqual({ path: old, replaces: sha256('old\n') });
  });

  it('writes nothing where only the team has a file', () => {
    // few, so that files of the team are often as those of the template
    const text = fc.constantFrom('', 'x\n', 'y\n', 'x\ny\n');
    const filesOf = (...paths: string[]) =>
      fc.dictionary(fc.constantFrom(...paths), text);
    fc.assert(
      fc.property(
        filesOf('a', 'b', 'c/d'),
        filesOf('a', 'b', 'c/d', 'ours', 'c/ours', 'own/d'),
        filesOf('a', 'b', 'c/d', 'e'),
        (before, ours, after) => {
          const old = lockOf(before, '1.0.0');
          const { writes } = mergeUpdate({
            lock: old,
            ours: treeOf(ours, old),
            rendered: treeOf(before, old),
            theirs: treeOf(after, lockOf(after, '1.1.0')),
          });
          const own = Object.keys(ours).filter(
            path => !Object.hasOwn(before, path) && !Object.hasOwn(after, path),
          );
          const written = writes.map(({ path }) => path);
          expect(own.filter(path => written.includes(path))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves a file of the team that is as one it has deleted', () => {
    const base = { 'db/.gitignore': '*\n!.gitignore\n' };
    const old = lockOf(base, '1.0.0');
    const ours = treeOf({ 'cache/.gitignore': base['db/.gitignore'] }, old);
    const changes: Array<Record<string, string>> = [
      {},
      { 'db/.gitignore': '*.db\n' },
    ];
    for (const next of changes) {
      const { writes } = mergeUpdate({
        lock: old,
        ours,
        rendered: treeOf(base, old),
        theirs: treeOf(next, lockOf(next, '1.1.0')),
      });
      expect(writes.map(({ path }) => path)).toEqual(['.plimsoll/lock.yaml']);
    }
  });

  it('is nothing when it is done again', () => {
    const once = mergeUpdate({
      lock,
      ours: treeOf({ ...BASE, a: `ours\n${BASE.a}` }, lock),
      rendered: treeOf(BASE, lock),
      theirs,
    });
    const after = treeOf({ ...BASE, a: `ours\n${BASE.a}` }, lock);
    for (const { path, base64Content } of once.writes) {
      after.set(
        path,
        file(Buffer.from(base64Content ?? '', 'base64').toString()),
      );
    }
    const again = mergeUpdate({
      lock: lockOf(NEXT, '1.1.0'),
      ours: after,
      rendered: theirs,
      theirs,
    });
    expect([again.files, again.writes]).toEqual([[], []]);
  });
});
