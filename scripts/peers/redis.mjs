import { withLibraries } from './debianLibraries.mjs';
import { AMONG_DEBIANS, bringDebianScript } from './debianScript.mjs';
import { findOrBring } from './findOrBring.mjs';

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
 * @throws {import('./ProgramMissing.mjs').ProgramMissing}
 */
export async function bringRedis({ env }) {
  const program = 'redis-server';
  return findOrBring({
    variable: 'REDIS_SERVER_BIN',
    program,
    source: AMONG_DEBIANS,
    env,
    bring: () =>
      bringDebianScript({
        program,
        packages: PACKAGES,
        command: withLibraries(program),
        env,
      }),
  });
}
