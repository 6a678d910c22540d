import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import type { IndexedService } from '@plimsoll/service-index';
import { readMetricContent } from '../../facts/metricContent';

/** The figure whose line a list may draw; the others go without theirs. */
const DRAWN = 'change-failure-rate';

/**
 * A service's row in lists, from what is kept of it and of the catalog. Only
 * the change failure rate has its trend: a page of a hundred services would be
 * over a megabyte with all of them.
 */
export function toServiceStability(options: {
  entityRef: string;
  content: string;
  service: IndexedService | undefined;
  demo: boolean;
}): ServiceStability {
  const { entityRef, content, service, demo } = options;
  const { counts, metrics, lastDeployment, openIncident } =
    readMetricContent(content);
  return {
    entityRef,
    title: service?.title,
    owner: service?.owners[0],
    system: service?.system,
    counts,
    metrics: metrics.map(figure =>
      figure.metric === DRAWN ? figure : { ...figure, trend: [] },
    ),
    lastDeployment,
    openIncident,
    demo,
  };
}
