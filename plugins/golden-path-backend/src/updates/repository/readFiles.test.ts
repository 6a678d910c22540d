import { chmodSync, symlinkSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFiles } from './readFiles';

describe('readFiles', () => {
  const directory = createMockDirectory();

  it('reads files as git knows them', async () => {
    directory.setContent({ 'a.txt': 'a', sub: { 'run.sh': '#!/bin/sh\n' } });
    chmodSync(directory.resolve('sub/run.sh'), 0o755);
    symlinkSync('a.txt', directory.resolve('link'));
    const files = await readFiles(directory.path);
    expect(
      [...files].map(([path, { content, mode }]) => [path, `${content}`, mode]),
    ).toEqual(
      expect.arrayContaining([
        ['a.txt', 'a', '100644'],
        ['sub/run.sh', '#!/bin/sh\n', '100755'],
        ['link', 'a.txt', '120000'],
      ]),
    );
    expect(files.size).toBe(3);
  });

  it('holds no more than may be', async () => {
    directory.setContent({ a: '12345', b: '12345', c: '12345' });
    const read = (files: number, bytes: number) =>
      readFiles(directory.path, { files, bytes });
    expect((await read(3, 15)).size).toBe(3);
    await expect(read(2, 15)).rejects.toThrow(
      "The service's folder holds 3 files, more than the 2 that an update reads; give the service a folder of its own",
    );
    await expect(read(3, 14)).rejects.toThrow(
      /holds more than the 14 bytes that an update reads \(up to [abc]\)/,
    );
  });
});
