import type { JsonObject } from '@backstage/types';

/** A metric as documents write it, with a query that says what it is. */
export function metric(query: string, source?: string): JsonObject {
  return {
    metricSource: {
      ...(source && { metricSourceRef: source }),
      spec: { query },
    },
  };
}

/** The smallest SLO that has no fault; every call gives a copy of its own. */
export function validSlo(spec: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'checkout-availability' },
    spec: {
      service: 'checkout',
      indicator: {
        metadata: { name: 'checkout-requests' },
        spec: {
          ratioMetric: { good: metric('good'), total: metric('total') },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Availability', target: 0.999 }],
      ...spec,
    },
  };
}

/** An indicator written in place, with this SLI spec. */
export function inlineIndicator(spec: JsonObject): JsonObject {
  return { metadata: { name: 'inline' }, spec };
}

/** The smallest SLI that has no fault. */
export function validSli(spec: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLI',
    metadata: { name: 'checkout-p95' },
    spec: Object.keys(spec).length ? spec : { thresholdMetric: metric('p95') },
  };
}

/** The smallest AlertPolicy that has no fault. */
export function validAlertPolicy(spec: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'openslo/v1',
    kind: 'AlertPolicy',
    metadata: { name: 'fast-burn' },
    spec: {
      alertWhenBreaching: true,
      conditions: [{ conditionRef: 'fast-burn-1h' }],
      notificationTargets: [{ targetRef: 'on-call' }],
      ...spec,
    },
  };
}

/** The smallest AlertCondition that has no fault. */
export function validAlertCondition(condition: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'openslo/v1',
    kind: 'AlertCondition',
    metadata: { name: 'fast-burn-1h' },
    spec: {
      severity: 'page',
      condition: {
        kind: 'burnrate',
        op: 'gte',
        threshold: 14.4,
        lookbackWindow: '1h',
        alertAfter: '5m',
        ...condition,
      },
    },
  };
}
