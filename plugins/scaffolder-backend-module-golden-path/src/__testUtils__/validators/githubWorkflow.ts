import { parse } from 'yaml';
import { workflowCheck } from '../../verify/checks/workflowCheck';
import type { Validator } from './Validator';

const PATH = '.github/workflows/pipeline.yaml';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  concurrency?: { 'cancel-in-progress'?: unknown };
  env?: Record<string, string>;
  steps: Step[];
}

/** The workflow of GitHub Actions: by actionlint, and by our own rules. */
export const githubWorkflow: Validator = {
  name: 'has a workflow that actionlint and our rules find nothing in',
  async validate({ service, files, read }) {
    const has = files.some(({ path }) => path === PATH);
    if (service.pipeline !== 'github') {
      return has ? [`${PATH}: nobody asked for it`] : [];
    }
    const text = read(PATH);
    const found = await workflowCheck.find([{ path: PATH, text }]);
    return [
      ...found.map(({ line, message }) => `${PATH}:${line}: ${message}`),
      ...workflowFaults(text),
      ...actionFaults(read('.github/actions/toolchain/action.yml')),
    ];
  },
};

/** What our rules find in the text of a workflow. */
export function workflowFaults(text: string): string[] {
  const workflow = parse(text);
  const jobs: Array<[string, Job]> = Object.entries(workflow.jobs);
  return [
    ...(JSON.stringify(workflow.permissions) === '{"contents":"read"}'
      ? []
      : ['permissions: the workflow may do more than read']),
    ...jobs.flatMap(([name, job]) =>
      jobFaults(name, job).map(fault => `${name}: ${fault}`),
    ),
    ...actionFaults(text),
  ];
}

function jobFaults(name: string, job: Job): string[] {
  const wide = Object.entries(job.permissions ?? {}).filter(
    ([what, how]) => how !== 'read' && what !== 'id-token',
  );
  const deploys = job.steps.some(({ run }) => run?.includes('ci/deploy.sh'));
  const last = job.steps.at(-1);
  return [
    ...(job['timeout-minutes'] ? [] : ['has no timeout-minutes']),
    ...wide.map(([what]) => `writes ${what}`),
    ...(JSON.stringify(job.env ?? {}).includes('secrets.')
      ? ['every step of it sees a secret']
      : []),
    ...job.steps.flatMap(step => stepFaults(step)),
    ...(deploys && job.concurrency?.['cancel-in-progress'] !== false
      ? ['a deployment may be ended by another']
      : []),
    ...(deploys &&
    !(
      last?.run?.startsWith('ci/rollback.sh') && last.if?.includes('!success()')
    )
      ? ['does not end with a rollback']
      : []),
    ...(name === 'production' &&
    !(
      indexOf(job, 'ci/gate.sh') >= 0 &&
      indexOf(job, 'ci/gate.sh') < indexOf(job, 'ci/deploy.sh')
    )
      ? ['deploys before it asks the gate']
      : []),
  ];
}

function indexOf({ steps }: Job, script: string): number {
  return steps.findIndex(({ run }) => run?.startsWith(script));
}

function stepFaults({ name, run = '', uses = '', with: inputs }: Step) {
  return [
    ...(run.includes('${{') ? [`'${name}' puts an expression into run`] : []),
    ...(uses.startsWith('actions/checkout@') &&
    inputs?.['persist-credentials'] !== false
      ? ['a checkout leaves its credentials behind']
      : []),
  ];
}

/** Actions of others stand by the SHA of a release, which a comment names. */
function actionFaults(text: string): string[] {
  return [...text.matchAll(/uses:\s*(\S+)(.*)/g)]
    .filter(([, action]) => !action.startsWith('./'))
    .filter(
      ([, action, comment]) =>
        !/@[0-9a-f]{40}$/.test(action) || !/^ # v\d+\.\d+\.\d+$/.test(comment),
    )
    .map(([, action]) => `${action}: is not pinned by the SHA of a release`);
}
