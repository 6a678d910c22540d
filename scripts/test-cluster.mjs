/** `npm run test:cluster`: roll-outs in a real Kubernetes control plane, seen by the portal. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bringClusterPrograms } from './cluster/bringClusterPrograms.mjs';
import { serveControls } from './cluster/serveControls.mjs';
import { startCluster } from './cluster/startCluster.mjs';
import { Sentence } from './console/Sentence.mjs';
import { runMain } from './console/runMain.mjs';
import { say, sayWhile } from './console/say.mjs';
import { bringDebianPrograms } from './peers/debianPrograms.mjs';
import { bringHelm } from './peers/helm.mjs';
import { ProgramMissing } from './peers/ProgramMissing.mjs';
import { startGuarded } from './process/startGuarded.mjs';
import { paths } from './setup/paths.mjs';
import { setUp } from './setup/setUp.mjs';
import { countJest } from './testing/countJest.mjs';
import { failureLines } from './testing/failureLines.mjs';

const LOG = join(paths.logs, 'test-cluster.log');
const RESULTS = join(paths.results, 'test-cluster.json');

/** What the tests write about seconds and calls. */
const FIGURES = /^(seconds until shown| *\d+\.\d {2}.+|.+ list calls .+)$/gm;

async function bring(machine) {
  try {
    const { KUBECTL_BIN } = await bringHelm(machine);
    const { PROMETHEUS_BIN } = await bringDebianPrograms({
      ...machine,
      name: 'prometheus',
    });
    const programs = await bringClusterPrograms({ env: process.env });
    return { programs, kubectl: KUBECTL_BIN, prometheus: PROMETHEUS_BIN };
  } catch (error) {
    throw error instanceof ProgramMissing ? new Sentence(error.message) : error;
  }
}

async function main() {
  const machine = await setUp();
  const brought = await bring(machine);
  const cluster = await sayWhile('starting a Kubernetes control plane', () =>
    startCluster({ ...brought, ...machine }),
  );
  const controls = await serveControls(cluster.apiServer);
  const { exitCode } = await sayWhile(
    'rolling out, going back, failing (about 9 minutes)',
    () =>
      startGuarded({
        command: join(paths.root, 'node_modules', '.bin', 'backstage-cli'),
        args: [
          'package',
          'test',
          '--watchAll=false',
          '--ci',
          '--runInBand',
          '--testMatch=**/*.cluster.ts',
          '--json',
          `--outputFile=${RESULTS}`,
          ...process.argv.slice(2),
        ],
        cwd: join(paths.root, 'plugins', 'stability-backend'),
        env: {
          ...machine.env,
          CLUSTER_URL: cluster.apiServer.url,
          CLUSTER_CONTROLS: controls,
          CLUSTER_PROMETHEUS: cluster.prometheusUrl,
          KUBECONFIG: cluster.kubeconfig,
          KUBECTL_BIN: brought.kubectl,
        },
        log: LOG,
      }).exited,
    { everySeconds: 60 },
  );
  return report(exitCode ?? 1);
}

function report(exitCode) {
  const counts = countJest(JSON.parse(readFileSync(RESULTS, 'utf8')));
  process.stdout.write(failureLines(counts.failures));
  const figures = readFileSync(LOG, 'utf8').match(FIGURES) ?? [];
  process.stdout.write(`${figures.join('\n')}\n`);
  say(
    `${counts.passed} passed, ${
      counts.failed
    } failed; the whole log: ${relative(paths.root, LOG)}`,
  );
  return exitCode;
}

await runMain(main);
