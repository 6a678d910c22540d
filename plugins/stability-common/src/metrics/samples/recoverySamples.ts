import type { MetricScope } from '../MetricScope';
import { secondsBetween, type MetricSample } from './MetricSample';

/**
 * Failed-deployment recovery time: each failed deployment, from its impact
 * until it was over. One whose end was only concluded has no time.
 */
export function recoverySamples(scope: MetricScope): MetricSample[] {
  return scope.deployments
    .filter(
      ({ type, verdict }) => type === 'forward' && verdict.name === 'failed',
    )
    .map<MetricSample>(deployment => {
      const { id, impactFrom, detectedAt, recoveredAt } = deployment;
      const since = impactFrom ?? deployment.finishedAt ?? deployment.startedAt;
      const isOpen = recoveredAt === undefined;
      const ends = scope.causedBy(id);
      const isUntold = isOpen && ends.some(({ presumed }) => presumed);
      const seconds = secondsBetween(since, recoveredAt ?? scope.now);
      const counted = !isUntold && seconds !== undefined;
      return {
        at: scope.liveAt(deployment),
        counted,
        seconds: counted ? seconds : undefined,
        isOpen: counted && isOpen,
        deployment,
        deploymentLeftOut: counted ? undefined : 'no-time',
        parts: {
          detection: secondsBetween(since, detectedAt),
          'from-detection': secondsBetween(detectedAt, recoveredAt),
        },
      };
    });
}
