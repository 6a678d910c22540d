import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { UpdateWrite } from '@plimsoll/plugin-golden-path-common';
import { sha256 } from '../lock/listFiles';

/**
 * Writes an update into a clone. Each write names what it replaces, and all are
 * compared before the first: what somebody has pushed since the merge was
 * worked out is not overwritten.
 *
 * @throws ConflictError with the file that is not as it was
 */
export async function writeUpdate(options: {
  folder: string;
  writes: UpdateWrite[];
}): Promise<void> {
  const { folder, writes } = options;
  for (const { path, replaces } of writes) {
    const there = await contentOf(resolveSafeChildPath(folder, path));
    if ((there && sha256(there)) !== replaces) {
      throw new ConflictError(
        `${path} was changed while the update was worked out; try again`,
      );
    }
  }
  for (const { path, base64Content, mode } of writes) {
    const place = resolveSafeChildPath(folder, path);
    if (base64Content === undefined) {
      await rm(place, { force: true });
      continue;
    }
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, Buffer.from(base64Content, 'base64'));
    await chmod(place, mode === '100755' ? 0o755 : 0o644);
  }
}

async function contentOf(place: string): Promise<Buffer | undefined> {
  try {
    return await readFile(place);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
