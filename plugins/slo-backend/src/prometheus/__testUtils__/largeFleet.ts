import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { objective, ratio } from '../__fixtures__/objectives';

/** Of each service: availability, latency and freshness, in a few dialects. */
const DIALECTS = 5;
const ROLES = ['availability', 'latency', 'freshness'] as const;

/**
 * A large fleet as platforms have it: services whose objectives come from one
 * template or another, and among them a few that are like no other.
 *
 * @param options.services - with three objectives each, of 15 query shapes
 * @param options.own - objectives with a query of their own
 */
export function largeFleet(options: {
  services: number;
  own: number;
}): ObjectiveDefinition[] {
  const { services, own } = options;
  const each = Math.ceil(services / own);
  return Array.from({ length: services }, (_, index) => [
    ...ROLES.map(role => templated(index, role)),
    ...(index % each === 0 ? [ofItsOwn(index)] : []),
  ]).flat();
}

function templated(
  index: number,
  role: (typeof ROLES)[number],
): ObjectiveDefinition {
  const service = `shop-service-${index}`;
  const dialect = index % DIALECTS;
  const metric = `d${dialect}_${role}`;
  return objective({
    ref: `slo:default/${service}-${role}`,
    objective: `requests-${role}`,
    entityRef: `component:default/${service}`,
    indicator:
      role === 'latency'
        ? ratio({
            good: `sum(rate(${metric}_seconds_bucket{service="${service}",le="0.5"}[{{.window}}]))`,
            total: `sum(rate(${metric}_seconds_count{service="${service}"}[{{.window}}]))`,
          })
        : ratio({
            bad: `sum(rate(${metric}_requests_total{service="${service}",code=~"5.."}[{{.window}}]))`,
            total: `sum(rate(${metric}_requests_total{service="${service}"}[{{.window}}]))`,
          }),
  });
}

function ofItsOwn(index: number): ObjectiveDefinition {
  const metric = `own_jobs_${index}`;
  return objective({
    ref: `slo:default/own-${index}`,
    entityRef: `component:default/own-${index}`,
    indicator: ratio({
      bad: `sum(rate(${metric}_failed_total{queue="q${index}"}[{{.window}}]))`,
      total: `sum(rate(${metric}_total{queue="q${index}"}[{{.window}}]))`,
    }),
  });
}
