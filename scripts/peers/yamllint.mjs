import { join } from 'node:path';
import { AMONG_DEBIANS, bringDebianScript } from './debianScript.mjs';
import { findOnPath } from './findOnPath.mjs';
import { findOrBring } from './findOrBring.mjs';

/** yamllint, and the modules of Python that it imports. */
const PACKAGES = ['yamllint', 'python3-yaml', 'python3-pathspec'];

/**
 * Finds yamllint: the one that YAMLLINT_BIN names, else the one on PATH, else
 * Debian's, unpacked into .tools and run by the machine's Python.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} YAMLLINT_BIN
 * @throws {import('./ProgramMissing.mjs').ProgramMissing}
 */
export async function bringYamllint({ env }) {
  const program = 'yamllint';
  return findOrBring({
    variable: 'YAMLLINT_BIN',
    program,
    source: AMONG_DEBIANS,
    env,
    bring: () =>
      bringDebianScript({
        program,
        packages: PACKAGES,
        command: runByPython(env),
        env,
      }),
  });
}

/** Any Python will do: where the parser in C does not fit it, the one in Python does. */
function runByPython(env) {
  return folder => {
    const python = findOnPath(['python3'], env.PATH);
    const modules = join(folder, 'usr', 'lib', 'python3', 'dist-packages');
    return python && `PYTHONPATH='${modules}' exec '${python}' -B -m yamllint`;
  };
}
