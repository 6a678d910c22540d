import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** A text and where it came from, for messages. */
export interface InputFile {
  name: string;
  text: string;
  /** It was found in a folder, and may well be something else. */
  isFound: boolean;
}

const STDIN = '-';
const MAX_BYTES = 1_048_576;
const YAML_NAME = /\.(ya?ml|json)$/i;
/** Folders that hold the files of others. */
const SKIPPED = new Set(['node_modules', '.git']);

/**
 * The texts of files, of all YAML and JSON below folders, and of the standard
 * input, in an order that does not depend on the machine.
 *
 * @throws UsageError when one cannot be read
 */
export async function readInputs(
  paths: readonly string[],
  terminal: Terminal,
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) {
    if (path === STDIN) {
      const text = await terminal.readInput();
      files.push({ name: '(standard input)', text, isFound: false });
    } else {
      files.push(...(await readPath(path, terminal.cwd)));
    }
  }
  return files;
}

async function readPath(path: string, cwd: string): Promise<InputFile[]> {
  const whole = resolve(cwd, path);
  const found = await stat(whole).catch(() => {
    throw new UsageError(`${path} cannot be read: is the path right?`);
  });
  if (!found.isDirectory()) {
    return [await readOne(whole, { cwd, isFound: false })];
  }
  const names = await filesBelow(whole, cwd);
  if (!names.length) {
    throw new UsageError(`${path} holds no YAML or JSON file`);
  }
  return Promise.all(names.map(name => readOne(name, { cwd, isFound: true })));
}

/**
 * Links are followed, since mounted folders are made of them. What several
 * ways lead to is read once, by its shortest name.
 */
async function filesBelow(folder: string, cwd: string): Promise<string[]> {
  const shortest = new Map<string, string>();
  const seen = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    const isWanted = YAML_NAME.test(path);
    const found = await stat(path).catch(() => undefined);
    if (!found && isWanted) {
      throw new UsageError(
        `${relative(
          cwd,
          path,
        )} is a link that leads nowhere: mend or remove it`,
      );
    }
    const real = found && (await realpath(path));
    if (!real) {
      return;
    }
    if (found.isDirectory() && !seen.has(real)) {
      seen.add(real);
      const names = (await readdir(path)).filter(name => !SKIPPED.has(name));
      for (const name of names.sort()) {
        await visit(join(path, name));
      }
    } else if (found.isFile() && isWanted) {
      const known = shortest.get(real);
      if (known === undefined || path.length < known.length) {
        shortest.set(real, path);
      }
    }
  };
  await visit(folder);
  return Array.from(shortest.values()).sort();
}

async function readOne(
  path: string,
  options: { cwd: string; isFound: boolean },
): Promise<InputFile> {
  const name = relative(options.cwd, path) || path;
  if ((await stat(path)).size > MAX_BYTES) {
    throw new UsageError(
      `${name} is larger than 1 MiB: is it an OpenSLO file?`,
    );
  }
  return {
    name,
    text: await readFile(path, 'utf8'),
    isFound: options.isFound,
  };
}
