import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { paths } from '../setup/paths.mjs';
import { findOnPath, isExecutable } from './findOnPath.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';
import { canUnpackDebian, unpackDebian } from './unpackDebian.mjs';

/** Variable, and names under which Debian and others install the program. */
const PROGRAMS = {
  prometheus: { PROMETHEUS_BIN: ['prometheus'], PROMTOOL_BIN: ['promtool'] },
  alertmanager: {
    ALERTMANAGER_BIN: ['prometheus-alertmanager', 'alertmanager'],
    AMTOOL_BIN: ['amtool'],
  },
};
const PACKAGES = {
  prometheus: 'prometheus',
  alertmanager: 'prometheus-alertmanager',
};

/**
 * Finds Prometheus (with promtool) or Alertmanager (with amtool): the programs
 * that the environment names, else Debian's, unpacked into .tools, else those on
 * PATH.
 *
 * @param {{ name: 'prometheus' | 'alertmanager', env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} their paths as PROMETHEUS_BIN,
 *   PROMTOOL_BIN, ALERTMANAGER_BIN, AMTOOL_BIN
 * @throws {ProgramMissing}
 */
export async function bringPrometheus({ name, env }) {
  const programs = Object.entries(PROGRAMS[name]);
  const unpacked = join(paths.peers, name);
  const find = (path, given = {}) => {
    const found = programs.map(([variable, names]) => [
      variable,
      given[variable] ?? findOnPath(names, path),
    ]);
    return found.every(([, file]) => file && isExecutable(file))
      ? Object.fromEntries(found)
      : undefined;
  };

  if (programs.some(([variable]) => env[variable])) {
    const chosen = find(env.PATH, env);
    if (!chosen) {
      throw new ProgramMissing(
        `${programs
          .map(([variable]) => variable)
          .join(' and ')} name no programs that can be run.`,
      );
    }
    return chosen;
  }

  const bin = join(unpacked, 'usr', 'bin');
  if (!find(bin) && canUnpackDebian()) {
    await sayWhile(`unpacking Debian's ${name} into .tools/peers`, () =>
      unpackDebian({ packages: [PACKAGES[name]], into: unpacked, env }),
    );
  }
  const found = find(bin) ?? find(env.PATH);
  if (!found) {
    throw new ProgramMissing(
      `${programs
        .map(([, [program]]) => program)
        .join(' and ')} are neither on PATH nor among ` +
        `this machine's Debian packages: install them, or name them with ${programs
          .map(([variable]) => variable)
          .join(' and ')}.`,
    );
  }
  return found;
}
