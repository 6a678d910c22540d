import { chmodSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { listFiles } from './listFiles';

describe('listFiles', () => {
  const folder = createMockDirectory();

  it('lists files with their modes, and nothing of git', async () => {
    folder.setContent({
      'b.sh': 'true\n',
      a: { 'c.txt': '' },
      '.hidden': 'x',
      '.git': { config: 'secret' },
      '.gitignore': '',
    });
    chmodSync(folder.resolve('b.sh'), 0o755);
    const files = await listFiles(folder.path);
    expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 .gitignore',
      '100644 .hidden',
      '100644 a/c.txt',
      '100755 b.sh',
    ]);
    expect(files[2].sha256).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});
