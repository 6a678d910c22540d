import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { RenderedService } from '../renderService';
import { Linter } from './Linter';

describe('Linter', () => {
  const directory = createMockDirectory();
  const calls = () => readFileSync(directory.resolve('calls'), 'utf8').trim();

  beforeEach(() => {
    directory.setContent({
      calls: '',
      // finds what says "bad", as file:line: fault
      'bin/house-lint': [
        '#!/bin/sh',
        `echo "$@" >>'${directory.resolve('calls')}'`,
        'if [ "$1" = broken ]; then echo "cannot work" >&2; exit 2; fi',
        '! grep -n bad "$@" /dev/null',
      ].join('\n'),
    });
    chmodSync(directory.resolve('bin/house-lint'), 0o755);
    process.env.HOUSE_LINT_BIN = directory.resolve('bin/house-lint');
  });
  afterEach(() => {
    delete process.env.HOUSE_LINT_BIN;
  });

  function service(name: string, files: Record<string, string>) {
    const folder = directory.resolve(name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
      writeFileSync(`${folder}/${path}`, text);
    }
    return {
      folder,
      read: path => readFileSync(`${folder}/${path}`, 'utf8'),
    } as RenderedService;
  }

  it('says what is wrong in each file, and looks once at files that say the same', async () => {
    const linter = new Linter('house-lint', []);
    const one = service('one', { 'a.sh': 'bad', 'b.sh': 'good' });
    const two = service('two', { 'a.sh': 'bad', 'b.sh': 'worse than bad' });

    expect(await linter.find(one, ['a.sh', 'b.sh'])).toEqual(['a.sh:1:bad']);
    expect(await linter.find(two, ['a.sh', 'b.sh'])).toEqual([
      'a.sh:1:bad',
      'b.sh:1:worse than bad',
    ]);
    expect(await linter.find(two, [])).toEqual([]);
    expect(calls().split('\n')).toEqual(['a.sh b.sh', 'b.sh']);
  });

  it('looks again where a file changed that others read', async () => {
    const linter = new Linter('house-lint', []);
    const one = service('one', { 'a.sh': 'good', 'lib.sh': '1' });
    const two = service('two', { 'a.sh': 'good', 'lib.sh': '2' });

    for (const each of [one, two, one]) {
      await linter.find(each, ['a.sh'], { with: ['lib.sh'] });
    }
    expect(calls().split('\n')).toEqual(['a.sh', 'a.sh']);
  });

  it('never takes a program that does not work for one that finds nothing', async () => {
    const linter = new Linter('house-lint', ['broken']);
    const one = service('one', { 'a.sh': 'good' });

    expect(linter.missing()).toBeUndefined();
    expect(await linter.find(one, ['a.sh'])).toEqual(['cannot work']);
    expect(new Linter('no-such-lint', []).missing()).toBe(
      'no-such-lint not found',
    );
  });
});
