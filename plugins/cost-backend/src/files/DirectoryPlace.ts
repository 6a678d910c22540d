import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { BillFile, LocalFile } from './BillFile';
import type { BillPlace } from './BillPlace';

/** A directory of bills is not deeper and holds no more. */
const DEPTH = 12;
const FILES = 20_000;

/** Manifests are small; nothing else is read as one text. */
const TEXT_BYTES = 4 * 1024 * 1024;

/** A directory that the operator names in app-config. */
export class DirectoryPlace implements BillPlace {
  readonly title: string;
  readonly #key: string;

  /** @param options.key - where app-config names it, for sentences */
  static create(options: { directory: string; key: string }): DirectoryPlace {
    return new DirectoryPlace(options.directory, options.key);
  }

  private constructor(directory: string, key: string) {
    this.title = directory;
    this.#key = key;
  }

  async list(options: { signal: AbortSignal }): Promise<BillFile[]> {
    const root = await this.#root();
    const files: BillFile[] = [];
    await this.#walk({ ...options, folder: root, root, depth: 0, files });
    return files.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async readText(options: { name: string }): Promise<string> {
    const { path } = await this.#inside(options.name);
    const handle = await open(path, constants.O_RDONLY);
    try {
      const { size } = await handle.stat();
      if (size > TEXT_BYTES) {
        throw new InputError(`${options.name} is too large to be a manifest`);
      }
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  }

  async bring(options: { files: readonly BillFile[] }): Promise<LocalFile[]> {
    return Promise.all(options.files.map(({ name }) => this.#inside(name)));
  }

  async #root(): Promise<string> {
    const mend = `set ${this.#key} to a directory that the backend may read`;
    const found = await realpath(this.title).catch((error: unknown) => {
      throw new InputError(
        `The directory '${this.title}' cannot be opened (${codeOf(
          error,
        )}): ${mend}`,
      );
    });
    const { isDirectory } = await stat(found).then(one => ({
      isDirectory: one.isDirectory(),
    }));
    if (!isDirectory) {
      throw new InputError(`'${this.title}' is a file: ${mend}`);
    }
    return found;
  }

  /** Where a file really lies: a link may lead about, but not out. */
  async #inside(name: string): Promise<LocalFile> {
    const root = await this.#root();
    const path = await realpath(join(root, name));
    if (!path.startsWith(root + sep)) {
      throw BillRefusedError.of({
        rule: 'outside',
        file: name,
        message: `${name} is a link that leads out of ${this.title}: put the file itself there`,
      });
    }
    return { name, path };
  }

  async #walk(options: {
    folder: string;
    root: string;
    depth: number;
    files: BillFile[];
    signal: AbortSignal;
  }): Promise<void> {
    const { folder, root, depth, files, signal } = options;
    signal.throwIfAborted();
    if (depth > DEPTH || files.length > FILES) {
      throw new InputError(
        `'${this.title}' is deeper than ${DEPTH} folders or holds more than ${FILES} files: ` +
          `set ${this.#key} to the folder of one export`,
      );
    }
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      // editors, uploads and mounts keep their own things in such names
      if (entry.name.startsWith('.')) {
        continue;
      }
      const path = join(folder, entry.name);
      const found = await stat(path).catch(() => undefined);
      if (found?.isDirectory() && !entry.isSymbolicLink()) {
        await this.#walk({ ...options, folder: path, depth: depth + 1 });
      } else if (found?.isFile()) {
        files.push({
          name: relative(root, path).split(sep).join('/'),
          version: `${found.size}-${Math.trunc(found.mtimeMs)}-${found.ino}`,
          changedAt: Math.trunc(found.mtimeMs),
        });
      }
    }
  }
}

function codeOf(error: unknown): string {
  return isError(error) && typeof error.code === 'string'
    ? error.code
    : 'not readable';
}
