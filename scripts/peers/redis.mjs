import {
  chmodSync,
  existsSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { paths } from '../setup/paths.mjs';
import { findOnPath, isExecutable } from './findOnPath.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';
import { canUnpackDebian, unpackDebian } from './unpackDebian.mjs';

/** The server, the package that holds its program, and the libraries of both. */
const PACKAGES = [
  'redis-server',
  'redis-tools',
  'libhiredis0.14',
  'libjemalloc2',
  'liblua5.1-0',
  'liblzf1',
  'lua-bitop',
  'lua-cjson',
];

/**
 * Finds a Redis: the one that REDIS_SERVER_BIN names, else the one on PATH, else
 * Debian's, unpacked into .tools.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} REDIS_SERVER_BIN
 * @throws {ProgramMissing}
 */
export async function bringRedis({ env }) {
  const named = env.REDIS_SERVER_BIN;
  if (named && !isExecutable(named)) {
    throw new ProgramMissing(
      'REDIS_SERVER_BIN must name a program that can be run.',
    );
  }
  const found =
    named ?? findOnPath(['redis-server'], env.PATH) ?? (await unpacked(env));
  if (!found) {
    throw new ProgramMissing(
      "redis-server is neither on PATH nor among this machine's Debian packages: " +
        'install it, or name it with REDIS_SERVER_BIN.',
    );
  }
  return { REDIS_SERVER_BIN: found };
}

/** A script, because the libraries lie beside the program and not in the machine. */
async function unpacked(env) {
  const folder = join(paths.peers, 'redis');
  const script = join(folder, 'plimsoll-redis-server');
  if (existsSync(script)) {
    return script;
  }
  if (!canUnpackDebian()) {
    return undefined;
  }
  rmSync(folder, { recursive: true, force: true });
  const isThere = await sayWhile(
    "unpacking Debian's redis-server into .tools/peers",
    () => unpackDebian({ packages: PACKAGES, into: folder, env }),
  );
  const program = join(folder, 'usr', 'bin', 'redis-server');
  if (!isThere || !isExecutable(program)) {
    return undefined;
  }
  const libraries = readdirSync(join(folder, 'usr', 'lib'))
    .filter(name => name.endsWith('-linux-gnu'))
    .map(name => join(folder, 'usr', 'lib', name));
  writeFileSync(
    script,
    `#!/bin/sh\nLD_LIBRARY_PATH='${libraries.join(
      ':',
    )}' exec '${program}' "$@"\n`,
  );
  chmodSync(script, 0o755);
  return script;
}
