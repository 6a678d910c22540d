import {
  type Deployment,
  foldBatches,
  type Incident,
} from '@plimsoll/plugin-stability-common';
import type { ServiceEvents } from './ServiceEvents';

const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

/**
 * What counts, as in the metrics of the stability plugin: new deployments to
 * production that failed or are clean, those of one batch once; not those that
 * are pending, prevented, went back or brought the same again. Incidents of
 * production, not those that were merged or that stand on stability's own
 * figures.
 */
export function toServiceEvents(facts: {
  deployments: readonly Deployment[];
  incidents: readonly Incident[];
}): ServiceEvents {
  const { deployments, incidents } = facts;
  const known = [...deployments, ...incidents].map(({ startedAt }) =>
    seconds(startedAt),
  );
  return {
    first: known.length > 0 ? Math.min(...known) : undefined,
    deployments: foldBatches(deployments.filter(({ production }) => production))
      .filter(({ type, verdict: { name } }) => {
        const isJudged = name === 'failed' || name === 'clean';
        return type === 'forward' && isJudged;
      })
      .map(({ finishedAt, startedAt, verdict }) => ({
        at: seconds(finishedAt ?? startedAt),
        failed: verdict.name === 'failed',
      })),
    incidents: incidents
      .filter(
        ({ merged, derived, production }) =>
          !merged && !derived && production !== false,
      )
      .map(({ startedAt, resolvedAt, presumed }) => ({
        startedAt: seconds(startedAt),
        endedAt:
          resolvedAt === undefined
            ? undefined
            : Math.max(seconds(startedAt), seconds(resolvedAt)),
        presumed,
      })),
  };
}
