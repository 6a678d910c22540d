import fs from 'node:fs/promises';
import { posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CheckFile } from '@plimsoll/plugin-slo-common/doctor';

/** Where a repository of the golden path keeps its objectives. */
export const SLO_PATHS = ['slo', 'catalog-info.yaml'];

const YAML_NAME = /\.(ya?ml|json)$/i;
const MAX_BYTES = 1_048_576;

/**
 * The YAML and JSON files of a workspace that are named, or lie in a folder
 * that is named, in the order of their names. Links are not followed: they
 * could lead out of the workspace.
 *
 * @param options.paths - files and folders, relative to the workspace
 * @throws InputError when one is not there, or too large for what it should be
 */
export async function readSloFiles(options: {
  workspacePath: string;
  paths: readonly string[];
}): Promise<CheckFile[]> {
  const { workspacePath, paths } = options;
  const files = new Map<string, CheckFile>();
  for (const path of paths) {
    const place = resolveSafeChildPath(workspacePath, path);
    const found = await fs.lstat(place).catch(() => undefined);
    if (!found) {
      throw new InputError(
        `${path} is not in the workspace; name a file or folder of OpenSLO documents, relative to it`,
      );
    }
    for (const name of found.isDirectory()
      ? await namesBelow(place, path)
      : [posix.normalize(path)]) {
      const whole = resolveSafeChildPath(workspacePath, name);
      files.set(name, {
        name,
        text: await readText(whole, name),
        isFound: found.isDirectory(),
      });
    }
  }
  return Array.from(files.values()).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function namesBelow(place: string, path: string): Promise<string[]> {
  const entries = await fs.readdir(place, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile() && YAML_NAME.test(entry.name))
    .map(entry =>
      posix.join(
        path,
        entry.parentPath.slice(place.length).replaceAll('\\', '/'),
        entry.name,
      ),
    );
}

async function readText(place: string, name: string): Promise<string> {
  if ((await fs.stat(place)).size > MAX_BYTES) {
    throw new InputError(
      `${name} is larger than 1 MiB; OpenSLO files are some kilobytes, so leave it out`,
    );
  }
  return fs.readFile(place, 'utf8');
}
