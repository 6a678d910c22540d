import { withLibraries } from './debianLibraries.mjs';
import { AMONG_DEBIANS, bringDebianScript } from './debianScript.mjs';
import { findOrBring } from './findOrBring.mjs';

/**
 * Finds shellcheck: the one that SHELLCHECK_BIN names, else the one on PATH, else
 * Debian's, unpacked into .tools.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} SHELLCHECK_BIN
 * @throws {import('./ProgramMissing.mjs').ProgramMissing}
 */
export async function bringShellcheck({ env }) {
  const program = 'shellcheck';
  return findOrBring({
    variable: 'SHELLCHECK_BIN',
    program,
    source: AMONG_DEBIANS,
    env,
    bring: () =>
      bringDebianScript({
        program,
        packages: [program, 'libffi8', 'libgmp10'],
        command: withLibraries(program),
        env,
      }),
  });
}
