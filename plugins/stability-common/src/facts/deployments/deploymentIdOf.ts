import { shortHash } from '../shortHash';

/**
 * The id of a deployment, made from the first of its runs: the same whenever
 * and wherever the facts are worked out.
 *
 * @public
 */
export function deploymentIdOf(options: {
  entityRef: string;
  environment: string;
  /** Of the run that started first. */
  runId: string;
}): string {
  const { entityRef, environment, runId } = options;
  return shortHash([entityRef, environment, runId].join('\n'));
}
