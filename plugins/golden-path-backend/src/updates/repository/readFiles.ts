import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import type { FileVersion } from '../merge/FileVersion';

/** How much of a repository is held in memory. */
export interface ReadLimits {
  files: number;
  bytes: number;
}

const LIMITS: ReadLimits = { files: 20_000, bytes: 100 * 1024 * 1024 };

/**
 * All files below a folder.
 *
 * @throws InputError when they are too many or too large; none is read then
 *   that passes the limit
 */
export async function readFiles(
  folder: string,
  limits: ReadLimits = LIMITS,
): Promise<Map<string, FileVersion>> {
  const entries = (
    await readdir(folder, { recursive: true, withFileTypes: true })
  ).filter(entry => entry.isSymbolicLink() || entry.isFile());
  if (entries.length > limits.files) {
    throw new InputError(
      `The service's folder holds ${entries.length} files, more than the ${limits.files} that an update reads; give the service a folder of its own`,
    );
  }
  let room = limits.bytes;
  const files = new Map<string, FileVersion>();
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    const path = relative(folder, place).split(sep).join('/');
    if (entry.isSymbolicLink()) {
      const content = Buffer.from(await readlink(place), 'utf8');
      files.set(path, { content, mode: '120000' });
      continue;
    }
    const { mode, size } = await lstat(place);
    room -= size;
    if (room < 0) {
      throw new InputError(
        `The service's folder holds more than the ${limits.bytes} bytes that an update reads (up to ${path}); give the service a folder of its own, and keep large files elsewhere`,
      );
    }
    files.set(path, {
      content: await readFile(place),
      mode: Math.floor(mode / 0o100) % 2 === 1 ? '100755' : '100644',
    });
  }
  return files;
}
