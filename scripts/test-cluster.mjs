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

/** Packages with suites for a cluster, and what those do there. */
const PACKAGES = [
  {
    name: 'stability-backend',
    what: 'rolling out, going back, failing (about 9 minutes)',
  },
  {
    name: 'scaffolder-backend-module-golden-path',
    what: 'charts of new services, and the whole promise (about 15 minutes)',
  },
];

/** What the tests write about seconds and calls. */
const FIGURES = /^(seconds until shown| *\d+\.\d {2}.+|.+ list calls .+)$/gm;

async function bring(machine) {
  try {
    const { HELM_BIN, KUBECTL_BIN } = await bringHelm(machine);
    const { PROMETHEUS_BIN } = await bringDebianPrograms({
      ...machine,
      name: 'prometheus',
    });
    const programs = await bringClusterPrograms({ env: process.env });
    return {
      programs,
      helm: HELM_BIN,
      kubectl: KUBECTL_BIN,
      prometheus: PROMETHEUS_BIN,
    };
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
  const env = {
    ...machine.env,
    CLUSTER_URL: cluster.apiServer.url,
    CLUSTER_CONTROLS: controls,
    CLUSTER_PROMETHEUS: cluster.prometheusUrl,
    KUBECONFIG: cluster.kubeconfig,
    HELM_BIN: brought.helm,
    KUBECTL_BIN: brought.kubectl,
    PROMETHEUS_BIN: brought.prometheus,
    CONFTEST_BIN: join(brought.programs.bin, 'conftest'),
  };
  const exitCodes = [];
  for (const { name, what } of PACKAGES) {
    exitCodes.push(await runSuites({ name, what, env }));
  }
  return Math.max(...exitCodes);
}

async function runSuites({ name, what, env }) {
  const log = join(paths.logs, `test-cluster-${name}.log`);
  const results = join(paths.results, `test-cluster-${name}.json`);
  const { exitCode } = await sayWhile(
    what,
    () =>
      startGuarded({
        command: join(paths.root, 'node_modules', '.bin', 'backstage-cli'),
        args: [
          'package',
          'test',
          '--watchAll=false',
          '--ci',
          '--runInBand',
          // what is chosen may be all of the other package
          '--passWithNoTests',
          '--testMatch=**/*.cluster.ts',
          '--json',
          `--outputFile=${results}`,
          ...process.argv.slice(2),
        ],
        cwd: join(paths.root, 'plugins', name),
        env,
        log,
      }).exited,
    { everySeconds: 60 },
  );
  const counts = countJest(JSON.parse(readFileSync(results, 'utf8')));
  process.stdout.write(failureLines(counts.failures));
  const figures = readFileSync(log, 'utf8').match(FIGURES) ?? [];
  process.stdout.write(`${figures.join('\n')}\n`);
  say(
    `${counts.passed} passed, ${
      counts.failed
    } failed; the whole log: ${relative(paths.root, log)}`,
  );
  return exitCode ?? 1;
}

await runMain(main);
