import { PEER_NAMES } from '../../peers/bringPeers.mjs';
import { showLog } from '../showLog.mjs';

const ASK_POSTGRES = `
  const { Client } = require('pg');
  const client = new Client(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING);
  client.connect()
    .then(() => client.query('select version()'))
    .then(({ rows: [{ version }] }) => {
      console.log(version);
      process.exit(version.startsWith('PostgreSQL 18') ? 0 : 1);
    });
`;

/** What each program is asked, so that it answers with its version. */
const QUESTIONS = {
  postgres: () => ['node', '--eval', ASK_POSTGRES],
  prometheus: env => [env.PROMETHEUS_BIN, '--version'],
  alertmanager: env => [env.ALERTMANAGER_BIN, '--version'],
  'victoria-metrics': env => [env.VICTORIA_METRICS_BIN, '--version'],
  chromium: env => [env.CHROMIUM_BIN, '--version'],
  helm: env => [env.HELM_BIN, 'version'],
  redis: env => [env.REDIS_SERVER_BIN, '--version'],
  shellcheck: env => [env.SHELLCHECK_BIN, '--version'],
  yamllint: env => [env.YAMLLINT_BIN, '--version'],
  hadolint: env => [env.HADOLINT_BIN, '--version'],
};

/** The programs that tests run against can be had on this machine and run. */
export const peers = {
  name: 'peers',
  fast: false,
  choosesTests: false,
  peers: PEER_NAMES,
  run: async ({ env, missing, runProgram }) => {
    const counts = { passed: 0, failed: 0, skipped: 0, notes: [] };
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const absent = missing.find(peer => peer.name === name);
      if (absent) {
        counts.skipped += 1;
        counts.notes.push(absent.why);
        continue;
      }
      const [command, ...args] = question(env);
      const { exitCode, log } = await runProgram({
        name: `peer-${name}`,
        command,
        args,
      });
      if (exitCode === 0) {
        counts.passed += 1;
      } else {
        counts.failed += 1;
        counts.notes.push(`${name} does not run; ${showLog(log)}`);
      }
    }
    return counts;
  },
};
