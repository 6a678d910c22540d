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
];
