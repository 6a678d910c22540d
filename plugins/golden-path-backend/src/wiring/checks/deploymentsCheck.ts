import { say, step, type WiringCheck } from './WiringCheck';

/** Whether the pipeline, or the cluster, tells of deployments. */
export const deploymentsCheck: WiringCheck = async ({ reads }) => {
  const { newest, count } = await reads.deployments();
  if (!newest) {
    return {
      state: 'missing',
      sentences: [say('deployments-none')],
      steps: [step('open-pipeline-guide'), step('open-deployments')],
    };
  }
  const { version, commitSha, environment, startedAt, finishedAt } = newest;
  return {
    state: 'done',
    sentences: [
      say('deployments-arrive', {
        count,
        version: version ?? commitSha?.slice(0, 7) ?? newest.id,
        environment,
        deployedAt: finishedAt ?? startedAt,
        verdict: newest.verdict.name,
      }),
    ],
  };
};
