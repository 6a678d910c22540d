import { say } from '../console/say.mjs';
import { bringChromium } from './chromium.mjs';
import { bringDebianPrograms } from './debianPrograms.mjs';
import { bringHadolint } from './hadolint.mjs';
import { bringHelm } from './helm.mjs';
import { startPostgres } from './postgres.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';
import { bringRedis } from './redis.mjs';
import { bringShellcheck } from './shellcheck.mjs';
import { bringYamllint } from './yamllint.mjs';

/** How each program that tests run against is had; each gives variables. */
const PEERS = {
  postgres: startPostgres,
  prometheus: fromDebian('prometheus'),
  alertmanager: fromDebian('alertmanager'),
  'victoria-metrics': fromDebian('victoria-metrics'),
  chromium: bringChromium,
  helm: bringHelm,
  redis: bringRedis,
  shellcheck: bringShellcheck,
  yamllint: bringYamllint,
  hadolint: bringHadolint,
};

function fromDebian(name) {
  return options => bringDebianPrograms({ ...options, name });
}

/** @type {string[]} */
export const PEER_NAMES = Object.keys(PEERS);

/**
 * Brings programs that tests run against, and starts PostgreSQL.
 *
 * @param {object} options
 * @param {string[]} options.names some of {@link PEER_NAMES}
 * @param {{ env: NodeJS.ProcessEnv, installEnv: NodeJS.ProcessEnv, runFolder: string }} options.machine
 *   what setUp gave
 * @returns {Promise<{ variables: NodeJS.ProcessEnv, missing: { name: string, why: string }[] }>}
 *   variables: where the programs are; missing: what cannot be had here
 */
export async function bringPeers({ names, machine }) {
  const variables = {};
  const missing = [];
  for (const name of names) {
    try {
      Object.assign(variables, await PEERS[name](machine));
    } catch (error) {
      if (!(error instanceof ProgramMissing)) {
        throw error;
      }
      missing.push({ name, why: error.message });
      say(`tests with ${name} are skipped: ${error.message}`);
    }
  }
  return { variables, missing };
}
