import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sentence } from '../console/Sentence.mjs';
import { findFreePort } from '../process/ports.mjs';
import { readTail } from '../process/readTail.mjs';
import { runOrFail } from '../process/run.mjs';
import { startGuarded } from '../process/startGuarded.mjs';
import { waitForHttp } from '../process/waitForHttp.mjs';
import { paths } from '../setup/paths.mjs';
import { ApiServer } from './ApiServer.mjs';
import { makeClusterCredentials } from './clusterCredentials.mjs';
import { definitionFiles } from './clusterPrograms.mjs';

const CONTROLLERS = [
  'deployment-controller',
  'replicaset-controller',
  'namespace-controller',
  'serviceaccount-controller',
  'garbage-collector-controller',
  // without metrics it still sees to the least number of pods
  'horizontal-pod-autoscaler-controller',
];

/**
 * Starts a Kubernetes control plane, simulated kubelets, Argo Rollouts and a
 * Prometheus on free ports of the loopback interface. All of it ends with this
 * process, and its data with the run folder.
 *
 * @param {object} options
 * @param {Awaited<ReturnType<typeof import('./bringClusterPrograms.mjs').bringClusterPrograms>>} options.programs
 * @param {string} options.prometheus its program
 * @param {string} options.kubectl its program
 * @param {string} options.runFolder
 * @param {NodeJS.ProcessEnv} options.env
 * @returns {Promise<{ apiServer: ApiServer, kubeconfig: string, prometheusUrl: string }>}
 */
export async function startCluster({
  programs,
  prometheus,
  kubectl,
  runFolder,
  env,
}) {
  const folder = join(runFolder, 'cluster');
  const start = (name, command, args) =>
    startGuarded({
      command,
      args,
      cwd: folder,
      env,
      log: join(paths.logs, `cluster-${name}.log`),
      graceMs: 3_000,
    });
  mkdirSync(folder, { recursive: true });

  const [etcd, peer, api, metrics] = await freePorts(4);
  const etcdUrl = `http://127.0.0.1:${etcd}`;
  const peerUrl = `http://127.0.0.1:${peer}`;
  start('etcd', programs.etcd, [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${etcdUrl}`,
    `--advertise-client-urls=${etcdUrl}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    '--unsafe-no-fsync',
  ]);
  await ready('etcd', `${etcdUrl}/health`);

  const url = `https://127.0.0.1:${api}`;
  const credentials = makeClusterCredentials({
    folder: join(folder, 'credentials'),
    url,
  });
  const { kubeconfig } = credentials;
  const apiServer = ApiServer.create({
    url,
    token: credentials.token,
    start: () =>
      start('api-server', join(programs.bin, 'kube-apiserver'), [
        `--etcd-servers=${etcdUrl}`,
        `--secure-port=${api}`,
        '--bind-address=127.0.0.1',
        '--advertise-address=127.0.0.1',
        '--endpoint-reconciler-type=none',
        `--cert-dir=${join(folder, 'certificates')}`,
        `--token-auth-file=${credentials.tokens}`,
        '--authorization-mode=RBAC',
        // nobody watches over the health of simulated nodes
        '--disable-admission-plugins=TaintNodesByCondition',
        '--service-cluster-ip-range=10.96.0.0/24',
        '--service-account-issuer=https://cluster.test',
        `--service-account-key-file=${credentials.publicKeyFile}`,
        `--service-account-signing-key-file=${credentials.signingKey}`,
      ]),
  });
  await apiServer.start();

  const kubeconfigArg = `--kubeconfig=${kubeconfig}`;
  start('controller-manager', join(programs.bin, 'kube-controller-manager'), [
    kubeconfigArg,
    `--controllers=${CONTROLLERS.join(',')}`,
    '--leader-elect=false',
    '--secure-port=0',
  ]);
  start('scheduler', join(programs.bin, 'kube-scheduler'), [
    kubeconfigArg,
    '--leader-elect=false',
    '--secure-port=0',
  ]);
  start('kwok', join(programs.bin, 'kwok'), [
    kubeconfigArg,
    '--manage-all-nodes=true',
    ...stages(join(programs.files, 'kwok')).map(file => `--config=${file}`),
  ]);

  await runOrFail({
    command: kubectl,
    args: [
      kubeconfigArg,
      'apply',
      '--server-side',
      ...definitionFiles.flatMap(file => ['-f', join(programs.files, file)]),
    ],
    env,
    log: join(paths.logs, 'cluster-crds.log'),
    failure: 'The definitions that charts use could not be applied.',
  });
  const [rolloutsMetrics, rolloutsHealth] = await freePorts(2);
  start('argo-rollouts', join(programs.bin, 'rollouts-controller'), [
    kubeconfigArg,
    '--leader-elect=false',
    `--metricsport=${rolloutsMetrics}`,
    `--healthzPort=${rolloutsHealth}`,
  ]);

  const prometheusUrl = `http://127.0.0.1:${metrics}`;
  const settings = join(folder, 'prometheus.yml');
  writeFileSync(settings, scrapeItself(metrics));
  start('prometheus', prometheus, [
    `--config.file=${settings}`,
    `--storage.tsdb.path=${join(folder, 'prometheus')}`,
    `--web.listen-address=127.0.0.1:${metrics}`,
  ]);
  await ready('prometheus', `${prometheusUrl}/-/ready`);
  return { apiServer, kubeconfig, prometheusUrl };
}

async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) {
    ports.add(await findFreePort());
  }
  return [...ports];
}

async function ready(name, url) {
  const deadline = Date.now() + 60_000;
  if (!(await waitForHttp({ url, goOn: () => Date.now() < deadline }))) {
    throw new Sentence(`${name} of the test cluster did not start.`, {
      details: readTail(join(paths.logs, `cluster-${name}.log`), { lines: 25 }),
    });
  }
}

/** What kwok lets happen to nodes and pods, in files of its own. */
function stages(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(
      file => /\.yaml$/.test(file) && !/testdata|kustomization/.test(file),
    )
    .map(file => join(folder, file));
}

function scrapeItself(port) {
  return JSON.stringify({
    global: { scrape_interval: '1s' },
    scrape_configs: [
      {
        job_name: 'prometheus',
        static_configs: [{ targets: [`127.0.0.1:${port}`] }],
      },
    ],
  });
}
