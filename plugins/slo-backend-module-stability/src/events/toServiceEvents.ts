import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import type { ServiceEvents } from './ServiceEvents';

const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

/**
 * What counts, as in the metrics of the stability plugin: deployments to
 * production that failed or are clean, not those that are pending, prevented
 * or went back; incidents of production whose end was told, not those that
 * were merged or that stand on stability's own figures.
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
    deployments: deployments.flatMap(
      ({ production, verdict, finishedAt, startedAt }) =>
        production && (verdict.name === 'failed' || verdict.name === 'clean')
          ? [
              {
                at: seconds(finishedAt ?? startedAt),
                failed: verdict.name === 'failed',
              },
            ]
          : [],
    ),
    incidents: incidents.flatMap(incident => {
      const { resolvedAt, startedAt, presumed, merged, derived } = incident;
      const counts =
        !presumed && !merged && !derived && incident.production !== false;
      return counts && resolvedAt
        ? [
            {
              at: seconds(resolvedAt),
              seconds: Math.max(0, seconds(resolvedAt) - seconds(startedAt)),
            },
          ]
        : [];
    }),
  };
}
