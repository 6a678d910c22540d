import type { MetricName } from '../MetricFigure';
import type { MetricScope } from '../MetricScope';
import type { MetricSample } from '../samples/MetricSample';

/** From fewer than five, nobody can tell a rate or a median. @public */
export const ENOUGH_SAMPLES = 5;

/** What one figure is made of. */
export interface FigureContext {
  metric: MetricName;
  scope: MetricScope;
  samples: readonly MetricSample[];
}

/** Nothing was deployed and nothing happened: nothing can be said. */
export function isSilent({ deployments, incidents }: MetricScope): boolean {
  return deployments.length === 0 && incidents.length === 0;
}
