import type { MetricQuery, SloDocument } from '@plimsoll/plugin-slo-common';
import type { FoundObjective } from '@plimsoll/plugin-slo-node';
import { plainLine, plainText } from './plainText';

const SLICE = '5m';
/** What documents of the catalog may have, in characters. */
const MAX_DISPLAY_NAME = 255;
const MAX_DESCRIPTION = 1_050;

/**
 * The OpenSLO document that measures the same series: what people would write
 * to keep the SLO in their catalog, and what is measured until then.
 */
export function toRuleDocument(options: {
  found: FoundObjective;
  /** Name of the metrics source. */
  source: string;
  name: string;
  entityRef: string;
}): SloDocument {
  const { found, source, name, entityRef } = options;
  const { indicator, ratioOnly, window } = found;
  const displayName = plainLine(found.displayName, MAX_DISPLAY_NAME);
  const description = plainText(found.description ?? '', MAX_DESCRIPTION);
  const metric = ({ spec: { query } }: MetricQuery) => ({
    metricSource: {
      metricSourceRef: source,
      type: 'Prometheus',
      spec: { query: String(query) },
    },
  });
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, ...(displayName && { displayName }) },
    spec: {
      ...(description && { description }),
      service: entityRef,
      budgetingMethod: ratioOnly ? 'RatioTimeslices' : 'Occurrences',
      timeWindow: [
        { duration: `${window.value}${window.unit}`, isRolling: true },
      ],
      objectives: [
        { target: found.target, ...(ratioOnly && { timeSliceWindow: SLICE }) },
      ],
      indicator: {
        metadata: { name: `${name}-indicator` },
        spec: {
          ratioMetric: {
            counter: indicator.counter,
            ...(indicator.good && { good: metric(indicator.good) }),
            ...(indicator.bad && { bad: metric(indicator.bad) }),
            total: metric(indicator.total),
          },
        },
      },
    },
  };
}
