import type {
  Indicator,
  ObjectiveDefinition,
  RatioIndicator,
} from '@plimsoll/plugin-slo-common';

/** An objective for tests; what a test is about is given. */
export function objective(
  given: Partial<ObjectiveDefinition> & { indicator: Indicator },
): ObjectiveDefinition {
  const isSliced = given.budgeting && given.budgeting.method !== 'occurrences';
  return {
    ref: 'slo:default/checkout-availability',
    objective: 'objective-1',
    entityRef: 'component:default/checkout',
    displayName: 'Checkout availability',
    target: 0.99,
    targetText: '99',
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    budgeting: { method: 'occurrences' },
    unit: isSliced ? 'slices' : 'events',
    source: 'prometheus',
    ...given,
  };
}

/** A ratio of counters, or of what is given. */
export function ratio(
  queries: { good?: string; bad?: string; total: string },
  counter: boolean = true,
): RatioIndicator {
  const query = (text: string | undefined) =>
    text === undefined ? undefined : { spec: { query: text } };
  return {
    kind: 'ratio',
    counter,
    good: query(queries.good),
    bad: query(queries.bad),
    total: { spec: { query: queries.total } },
  };
}

/** Requests and failures of one service, counted by `http_requests_total`. */
export function failureRatio(service: string): RatioIndicator {
  const matcher = `service=${JSON.stringify(service)}`;
  return ratio({
    bad: `sum(rate(http_requests_total{${matcher},code=~"5.."}[{{.window}}]))`,
    total: `sum(rate(http_requests_total{${matcher}}[{{.window}}]))`,
  });
}
