import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { paths } from '../setup/paths.mjs';
import { findOnPath, isExecutable } from './findOnPath.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';
import { canUnpackDebian, unpackDebian } from './unpackDebian.mjs';

/**
 * Debian's package, and the programs that it brings: the variable that names
 * one, and the names under which Debian and others install it.
 */
const KNOWN = {
  prometheus: {
    debianPackage: 'prometheus',
    programs: { PROMETHEUS_BIN: ['prometheus'], PROMTOOL_BIN: ['promtool'] },
  },
  alertmanager: {
    debianPackage: 'prometheus-alertmanager',
    programs: {
      ALERTMANAGER_BIN: ['prometheus-alertmanager', 'alertmanager'],
      AMTOOL_BIN: ['amtool'],
    },
  },
  'victoria-metrics': {
    debianPackage: 'victoria-metrics',
    programs: {
      VICTORIA_METRICS_BIN: ['victoria-metrics', 'victoria-metrics-prod'],
    },
  },
  etcd: { debianPackage: 'etcd-server', programs: { ETCD_BIN: ['etcd'] } },
};

/**
 * Finds Prometheus (with promtool), Alertmanager (with amtool), VictoriaMetrics
 * or etcd: the programs that the environment names, else Debian's, unpacked into
 * .tools, else those on PATH.
 *
 * @param {{ name: keyof typeof KNOWN, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} their paths, for instance as
 *   PROMETHEUS_BIN and PROMTOOL_BIN
 * @throws {ProgramMissing}
 */
export async function bringDebianPrograms({ name, env }) {
  const { debianPackage, programs } = KNOWN[name];
  const variables = Object.keys(programs);
  const find = (path, given = {}) => {
    const found = Object.entries(programs).map(([variable, names]) => [
      variable,
      given[variable] ?? findOnPath(names, path),
    ]);
    return found.every(([, file]) => file && isExecutable(file))
      ? Object.fromEntries(found)
      : undefined;
  };

  if (variables.some(variable => env[variable])) {
    const chosen = find(env.PATH, env);
    if (!chosen) {
      throw new ProgramMissing(
        `${variables.join(' and ')} must name programs that can be run.`,
      );
    }
    return chosen;
  }

  const unpacked = join(paths.peers, name);
  const bin = join(unpacked, 'usr', 'bin');
  if (!find(bin) && canUnpackDebian()) {
    await sayWhile(`unpacking Debian's ${name} into .tools/peers`, () =>
      unpackDebian({ packages: [debianPackage], into: unpacked, env }),
    );
  }
  const found = find(bin) ?? find(env.PATH);
  if (!found) {
    const wanted = Object.values(programs).map(([program]) => program);
    const are = wanted.length > 1 ? 'are' : 'is';
    throw new ProgramMissing(
      `${wanted.join(
        ' and ',
      )} ${are} neither on PATH nor among this machine's ` +
        `Debian packages: install what is missing, or name it with ${variables.join(
          ' and ',
        )}.`,
    );
  }
  return found;
}
