import type { Deployment } from '@plimsoll/plugin-stability-common';

/** Whether it took its place for good, in one target at least. @public */
export function wentLive({
  state,
  targets,
}: Pick<Deployment, 'state' | 'targets'>): boolean {
  return (
    state === 'succeeded' ||
    (state === 'in-progress' &&
      targets.some(target => target.state === 'succeeded'))
  );
}

/**
 * Whether a roll-out ended in failure. Its `finishedAt` is when it ended, and
 * what it did it did before.
 *
 * @public
 */
export function hasStopped({ state }: Pick<Deployment, 'state'>): boolean {
  return state === 'failed' || state === 'aborted';
}

/**
 * Since when users were served by a deployment: since it was live; by one that
 * failed or was stopped since its start. Undefined where they never were.
 *
 * @returns an ISO instant
 * @public
 */
export function servedFrom(
  deployment: Pick<
    Deployment,
    'state' | 'targets' | 'traffic' | 'startedAt' | 'finishedAt'
  >,
): string | undefined {
  if (hasStopped(deployment)) {
    return deployment.traffic === 0 ? undefined : deployment.startedAt;
  }
  return wentLive(deployment) ? deployment.finishedAt : undefined;
}
