import type { CheckReport, Finding } from '@plimsoll/plugin-slo-common';

/** What the doctor says of one sound document; what differs is given. */
export function checkReport(overrides: Partial<CheckReport> = {}): CheckReport {
  return {
    findings: [],
    documents: 1,
    objectives: 1,
    asked: 1,
    hasSources: true,
    checkedAt: new Date().toISOString(),
    ...overrides,
  };
}

/** A bucket that does not exist; what differs is given. */
export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    severity: 'error',
    check: 'bucket',
    document: 'SLO checkout-latency',
    path: 'spec.indicator.spec.ratioMetric.good.metricSource.spec.query',
    message: 'asks for the bucket le="0.4", which does not exist',
    fix: 'Write le="0.25" or le="0.5"',
    ...overrides,
  };
}
