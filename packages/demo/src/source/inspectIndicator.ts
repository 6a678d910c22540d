import type { Indicator, InspectedQuery } from '@plimsoll/plugin-slo-common';
import { parseDemoQuery } from '../query/parseDemoQuery';
import type { DemoWorld } from '../world/DemoWorld';
import { indicatorQueries } from './indicatorQueries';

/**
 * What stands behind the queries of an indicator in the demo world: a selector
 * picks one series there, or none.
 *
 * @param options.minute - Unix minute that counts as now
 */
export function inspectIndicator(options: {
  world: DemoWorld;
  indicator: Indicator;
  minute: number;
}): InspectedQuery[] {
  const { world, indicator, minute } = options;
  return indicatorQueries(indicator).map(({ role, place, metric }) => {
    const text = String(metric.spec.query);
    const parsed = parseDemoQuery(text);
    const series = parsed && world.find(parsed);
    const count = series?.exists(minute) ? 1 : 0;
    return {
      role,
      path: `spec.indicator.spec.${place}.metricSource.spec.query`,
      answers: count,
      selectors: parsed
        ? [
            {
              text,
              metric: parsed.metric,
              series: count,
              ...(count === 0 && { metricExists: series !== undefined }),
            },
          ]
        : [],
    };
  });
}
