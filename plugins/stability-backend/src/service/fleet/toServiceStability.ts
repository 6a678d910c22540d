import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import type { IndexedService } from '@plimsoll/service-index';
import { readMetricContent } from '../../facts/metricContent';
import type { MetricWindow } from '../../facts/MetricWindow';

/** The figure whose line a list may draw; the others go without theirs. */
const DRAWN = 'change-failure-rate';

/** What is kept ready of a service, and when it was counted. */
export interface KeptRow {
  entity_ref: string;
  content: string;
  /** Unix milliseconds. */
  folded_at: number | string;
}

/**
 * A service's row in lists, from what is kept of it and of the catalog. Only
 * the change failure rate has its trend: a page of a hundred services would be
 * over a megabyte with all of them.
 */
export function toServiceStability(options: {
  row: KeptRow;
  days: MetricWindow;
  service: IndexedService | undefined;
  demo: boolean;
}): ServiceStability {
  const { row, days, service, demo } = options;
  const { entity_ref: entityRef, content: text } = row;
  const countedAt = Number(row.folded_at);
  const { counts, metrics, lastDeployment, openIncident } = readMetricContent({
    text,
    days,
    countedAt,
  });
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
