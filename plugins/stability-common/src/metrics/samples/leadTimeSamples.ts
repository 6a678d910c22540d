import type { MetricScope } from '../MetricScope';
import { secondsBetween, type MetricSample } from './MetricSample';

/** Change lead time: each change once, with the deployment that shipped it. */
export function leadTimeSamples(scope: MetricScope): MetricSample[] {
  return scope.deployments
    .filter(({ type }) => type === 'forward')
    .flatMap(deployment =>
      deployment.changes
        .filter(({ leadSeconds }) => leadSeconds !== undefined)
        .map<MetricSample>(change => ({
          at: scope.liveAt(deployment),
          counted: true,
          seconds: change.leadSeconds,
          deployment,
          isInferred: change.inferred !== undefined,
          parts: {
            'commit-to-merge': secondsBetween(
              change.committedAt,
              change.mergedAt,
            ),
            'merge-to-start': secondsBetween(
              change.mergedAt,
              deployment.startedAt,
            ),
            'start-to-live': secondsBetween(
              deployment.startedAt,
              deployment.finishedAt,
            ),
          },
        })),
    );
}
