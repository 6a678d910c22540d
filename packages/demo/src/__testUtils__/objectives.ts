import type {
  Budgeting,
  Indicator,
  ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';

const metric = (query: string) => ({ spec: { query } });

/** Failed requests out of all requests of a service. */
export function failedRequests(service: string): Indicator {
  const selector = `http_requests_total{service="${service}"`;
  return {
    kind: 'ratio',
    counter: true,
    bad: metric(`sum(rate(${selector},code=~"5.."}[{{.window}}]))`),
    total: metric(`sum(rate(${selector}}[{{.window}}]))`),
  };
}

/** An objective to measure: 99.9 % over 30 days, where nothing else is said. */
export function objectiveOf(
  indicator: Indicator,
  budgeting: Budgeting = { method: 'occurrences' },
): ObjectiveDefinition {
  return {
    ref: 'slo:default/test',
    objective: 'availability',
    entityRef: 'component:default/test',
    displayName: 'Availability',
    target: 0.999,
    targetText: '99.9',
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    budgeting,
    unit: budgeting.method === 'occurrences' ? 'events' : 'slices',
    indicator,
    source: 'prometheus',
  };
}
