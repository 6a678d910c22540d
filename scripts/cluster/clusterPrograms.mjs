import { join } from 'node:path';
import { paths } from '../setup/paths.mjs';

/** Where the test cluster's programs lie; may be deleted at any time. */
export const clusterFolder = join(paths.tools, 'cluster');

/**
 * What is built from Go modules, in this order. Kubernetes names its sister
 * modules v0.0.0 and replaces them by folders that its module does not hold.
 *
 * @type {import('../go/buildFromModule.mjs').GoProgram[]}
 */
export const builtPrograms = [
  {
    name: 'kubernetes',
    module: 'k8s.io/kubernetes',
    version: 'v1.33.0',
    oldestGo: '1.24',
    release: { prefix: 'k8s.io/', version: 'v0.33.0' },
    commands: [
      './cmd/kube-apiserver',
      './cmd/kube-controller-manager',
      './cmd/kube-scheduler',
    ],
    minutes: 9,
  },
  {
    name: 'kwok',
    module: 'sigs.k8s.io/kwok',
    version: 'v0.8.0',
    oldestGo: '1.24',
    commands: ['./cmd/kwok'],
    kept: [
      'kustomize/stage/pod/fast',
      'kustomize/stage/node/fast',
      'kustomize/stage/node/heartbeat',
    ],
    minutes: 3,
  },
  {
    name: 'argo-rollouts',
    module: 'github.com/argoproj/argo-rollouts',
    version: 'v1.9.0',
    oldestGo: '1.24',
    commands: ['./cmd/rollouts-controller'],
    kept: ['manifests/crds'],
    minutes: 5,
  },
  {
    name: 'conftest',
    module: 'github.com/open-policy-agent/conftest',
    version: 'v0.71.1',
    oldestGo: '1.26',
    commands: ['.'],
    minutes: 4,
  },
  ...definitionsOf([
    {
      name: 'prometheus-operator',
      module: 'github.com/prometheus-operator/prometheus-operator',
      version: 'v0.92.1',
      folder: 'example/prometheus-operator-crd',
    },
    {
      name: 'external-secrets',
      module: 'github.com/external-secrets/external-secrets',
      version: 'v1.3.2',
      folder: 'config/crds/bases',
    },
    {
      name: 'argo-cd',
      module: 'github.com/argoproj/argo-cd/v2',
      version: 'v2.14.21',
      folder: 'manifests/crds',
    },
    {
      name: 'gateway-api',
      module: 'sigs.k8s.io/gateway-api',
      version: 'v1.2.1',
      folder: 'config/crd/standard',
    },
  ]),
];

/** Definitions that charts of new services use, below the folder of files. */
export const definitionFiles = [
  'argo-rollouts/manifests/crds/rollout-crd.yaml',
  'argo-rollouts/manifests/crds/analysis-run-crd.yaml',
  'argo-rollouts/manifests/crds/analysis-template-crd.yaml',
  'argo-rollouts/manifests/crds/cluster-analysis-template-crd.yaml',
  'argo-rollouts/manifests/crds/experiment-crd.yaml',
  'prometheus-operator/example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml',
  'prometheus-operator/example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
  'prometheus-operator/example/prometheus-operator-crd/monitoring.coreos.com_alertmanagerconfigs.yaml',
  'external-secrets/config/crds/bases/external-secrets.io_externalsecrets.yaml',
  'argo-cd/manifests/crds/application-crd.yaml',
  'gateway-api/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
];

/** Of these modules nothing is built: their files are all that is wanted. */
function definitionsOf(modules) {
  return modules.map(({ folder, ...module }) => ({
    ...module,
    oldestGo: '1.24',
    commands: [],
    kept: [folder],
    minutes: 0.5,
  }));
}
