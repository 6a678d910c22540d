import { existsSync, readFileSync, statSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { sha256 } from '../lock/listFiles';
import { writeUpdate } from './writeUpdate';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('writeUpdate', () => {
  const folder = createMockDirectory();
  const read = (path: string) => readFileSync(folder.resolve(path), 'utf8');
  beforeEach(() =>
    folder.setContent({ 'a.txt': 'a\n', 'ci/b.sh': 'b\n', 'c.txt': 'c\n' }),
  );

  it('writes, makes executable and removes', async () => {
    await writeUpdate({
      folder: folder.path,
      writes: [
        {
          path: 'ci/b.sh',
          replaces: sha256('b\n'),
          base64Content: base64('B\n'),
          mode: '100755',
        },
        {
          path: 'new/d.txt',
          base64Content: base64('d\n'),
          mode: '100644',
        },
        { path: 'c.txt', replaces: sha256('c\n') },
      ],
    });
    expect([read('a.txt'), read('ci/b.sh'), read('new/d.txt')]).toEqual([
      'a\n',
      'B\n',
      'd\n',
    ]);
    expect(statSync(folder.resolve('ci/b.sh')).mode % 2).toBe(1);
    expect(existsSync(folder.resolve('c.txt'))).toBe(false);
  });

  it.each([
    ['changed', { path: 'c.txt', replaces: sha256('old') }],
    ['made', { path: 'c.txt', base64Content: base64('x') }],
    ['removed', { path: 'gone.txt', replaces: sha256('old') }],
  ])(
    'writes nothing where somebody has %s a file meanwhile',
    async (_, write) => {
      const first = {
        path: 'a.txt',
        replaces: sha256('a\n'),
        base64Content: base64('A\n'),
      };
      await expect(
        writeUpdate({ folder: folder.path, writes: [first, write] }),
      ).rejects.toThrow(`${write.path} was changed while`);
      expect(read('a.txt')).toBe('a\n');
    },
  );

  it('leaves nothing outside of the repository', async () => {
    await expect(
      writeUpdate({
        folder: folder.path,
        writes: [{ path: '../evil.txt', base64Content: base64('x') }],
      }),
    ).rejects.toThrow('not allowed');
  });
});
