import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { requireBranchName } from './requireBranchName';
import { requireFilePath } from './requireFilePath';

const passes = (check: () => unknown) => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

describe('requireBranchName', () => {
  it.each(['main', 'plimsoll/right-size_1', 'v1.2.3', 'a/b/c'])(
    'takes %s',
    name => expect(requireBranchName(name)).toBe(name),
  );

  it.each([
    '',
    '-f',
    '--output=x',
    'a..b',
    'a//b',
    'a/',
    '/a',
    '.a',
    'a/.b',
    'a.lock',
    'a b',
    'a\n',
    'a~1',
    'a^',
    'a:b',
    'a@{1}',
    'x'.repeat(201),
  ])('refuses %j', name =>
    expect(passes(() => requireBranchName(name))).toBe(false),
  );

  it('takes no name that git refuses', () => {
    const letters = fc.constantFrom(...'aZ9._-/@{}~^: \\lock');
    const names = fc.array(letters, { minLength: 1, maxLength: 12 });
    const taken = fc
      .sample(names, 2_000)
      .map(parts => parts.join(''))
      .filter(name => passes(() => requireBranchName(name)));
    const refused = taken.filter(name => {
      const check = ['check-ref-format', '--branch', name];
      return spawnSync('git', check).status !== 0;
    });
    expect(taken.length).toBeGreaterThan(20);
    expect(refused).toEqual([]);
  });
});

describe('requireFilePath', () => {
  it.each(['a', 'a/b.yaml', '.github/workflows/ci.yaml', 'a b/ü.md', '...'])(
    'takes %s',
    path => expect(requireFilePath(path)).toBe(path),
  );

  it.each([
    '',
    '/',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/../b',
    '.git',
    '.GIT/config',
    'a/.git/x',
    'a\\b',
    'a\nb',
    'a\0',
    'x'.repeat(1_001),
  ])('refuses %j', path =>
    expect(passes(() => requireFilePath(path))).toBe(false),
  );
});
