import type { PipelineWorkshop } from './pipelineWorkshop';

/** What `kubectl` shows of the service's workload. */
export const WORKLOADS = {
  'rollout.going': {
    kind: 'Rollout',
    metadata: { generation: 2 },
    spec: {
      strategy: {
        canary: {
          steps: [{ setWeight: 10 }, { pause: {} }, { setWeight: 50 }],
        },
      },
    },
    status: {
      observedGeneration: '2',
      phase: 'Progressing',
      currentStepIndex: 1,
      message: 'more replicas need to be updated',
    },
  },
  'rollout.aborted': {
    kind: 'Rollout',
    metadata: { generation: 2 },
    spec: { strategy: { canary: { steps: [{ setWeight: 10 }] } } },
    status: {
      observedGeneration: '2',
      phase: 'Degraded',
      abort: true,
      message: 'RolloutAborted: Metric "errors" assessed Failed',
    },
  },
  'rollout.done': {
    kind: 'Rollout',
    metadata: { generation: 3 },
    status: { observedGeneration: '3', phase: 'Healthy' },
  },
  // the controller has not looked yet: what it says is about the version before
  'rollout.unseen': {
    kind: 'Rollout',
    metadata: { generation: 3 },
    status: { observedGeneration: '2', phase: 'Healthy' },
  },
  'deployment.going': deployment({ updatedReplicas: 1, replicas: 4 }),
  'deployment.old-left': deployment({ updatedReplicas: 3, replicas: 4 }),
  'deployment.done': deployment({ updatedReplicas: 3, replicas: 3 }),
  'deployment.unseen': deployment({
    updatedReplicas: 3,
    replicas: 3,
    observedGeneration: 4,
  }),
  'deployment.stuck': deployment({
    updatedReplicas: 1,
    replicas: 4,
    conditions: [{ type: 'Progressing', reason: 'ProgressDeadlineExceeded' }],
  }),
};

function deployment(status: object) {
  return {
    kind: 'Deployment',
    metadata: { generation: 5 },
    spec: { replicas: 3 },
    status: { observedGeneration: 5, availableReplicas: 3, ...status },
  };
}

/** The version that ran before, as Helm remembers it. */
export const PREVIOUS = {
  version: '00001111aaaa',
  digest: `sha256:${'1'.repeat(64)}`,
};

/**
 * Stand-ins for `helm` and `kubectl`. The workload shows one state after the
 * other and stays at the last; after a rollback it shows `afterRollback`.
 */
export function fakeCluster(options: {
  workshop: PipelineWorkshop;
  /** Whether the service runs there already. True by default. */
  released?: boolean;
  states: Array<keyof typeof WORKLOADS>;
  /** Version of Helm; 4 by default. */
  helm?: string;
  /** `rollout.done` by default. */
  afterRollback?: keyof typeof WORKLOADS;
}): void {
  const { workshop, released = true, states } = options;
  const { afterRollback = 'rollout.done', helm = 'v4.1.4' } = options;
  states.forEach((state, index) =>
    workshop.write(`cluster/${index}`, JSON.stringify(WORKLOADS[state])),
  );
  workshop.write('cluster/back', JSON.stringify(WORKLOADS[afterRollback]));
  workshop.write('cluster/next', '0\n');
  workshop.program(
    'helm',
    [
      'case "$1" in',
      released ? `list) echo '[{"revision":"4"}]' ;;` : `list) echo '[]' ;;`,
      `get) echo '${JSON.stringify({
        image: { tag: PREVIOUS.version, digest: PREVIOUS.digest },
      })}' ;;`,
      `version) echo ${helm} ;;`,
      'rollback) touch cluster/rolled ;;',
      'esac',
    ].join('\n'),
  );
  const isRollout = states[0].startsWith('rollout');
  workshop.program(
    'kubectl',
    [
      'case "$*" in',
      `*--ignore-not-found*) ${isRollout ? 'echo rollout' : ':'} ;;`,
      '*"--output json")',
      '  if [ -f cluster/rolled ]; then cat cluster/back; exit; fi',
      '  number=$(cat cluster/next)',
      '  cat "cluster/$number"',
      `  [ "$number" -ge ${states.length - 1} ] || ` +
        'echo $((number + 1)) >cluster/next',
      '  ;;',
      'esac',
    ].join('\n'),
  );
}
