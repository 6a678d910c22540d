import { millisOf } from '../../time/instant';
import type { MetricScope } from '../MetricScope';
import { secondsBetween, type MetricSample } from './MetricSample';

/** Rollback time: how long going back ran, and what went before it. */
export function rollbackSamples(scope: MetricScope): MetricSample[] {
  return scope.deployments
    .filter(({ type }) => type === 'rollback')
    .map<MetricSample>(rollback => {
      const { startedAt, finishedAt, state } = rollback;
      const failed = scope.deploymentOf(rollback.remediates);
      const isOpen = state === 'in-progress';
      const seconds = secondsBetween(
        startedAt,
        isOpen ? scope.now : finishedAt,
      );
      const counted =
        (isOpen || state === 'succeeded') && seconds !== undefined;
      const liveSince = millisOf(failed?.finishedAt ?? failed?.startedAt);
      const noticedAt = millisOf(failed?.detectedAt);
      return {
        at: scope.liveAt(rollback),
        counted,
        seconds: counted ? seconds : undefined,
        isOpen: counted && isOpen,
        deployment: rollback,
        deploymentLeftOut: counted ? undefined : 'not-live',
        parts: counted
          ? {
              decision:
                liveSince === undefined
                  ? undefined
                  : secondsBetween(
                      Math.max(liveSince, noticedAt ?? liveSince),
                      startedAt,
                    ),
              execution: isOpen ? undefined : seconds,
              total: isOpen ? undefined : secondsBetween(liveSince, finishedAt),
            }
          : undefined,
      };
    });
}
