import { findOnPath, isExecutable } from './findOnPath.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';

/**
 * Finds a program: the one that its variable names, else the one on PATH, else
 * what is brought into .tools.
 *
 * @param {object} options
 * @param {string} options.variable for instance `REDIS_SERVER_BIN`
 * @param {string} options.program its name on PATH
 * @param {string} options.source where it is looked for last, as a sentence
 *   goes on after "neither on PATH nor": "among this machine's Debian packages"
 * @param {() => Promise<string | undefined>} options.bring gives the path of
 *   what it has brought, nothing where it cannot be had
 * @param {NodeJS.ProcessEnv} options.env
 * @returns {Promise<NodeJS.ProcessEnv>} the variable
 * @throws {ProgramMissing}
 */
export async function findOrBring({ variable, program, source, bring, env }) {
  const named = env[variable];
  if (named && !isExecutable(named)) {
    throw new ProgramMissing(
      `${variable} must name a program that can be run.`,
    );
  }
  const found = named ?? findOnPath([program], env.PATH) ?? (await bring());
  if (!found) {
    throw new ProgramMissing(
      `${program} is neither on PATH nor ${source}: install it, or name it with ${variable}.`,
    );
  }
  return { [variable]: found };
}
