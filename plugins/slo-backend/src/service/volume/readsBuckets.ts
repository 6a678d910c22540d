import type { MetricQuery } from '@plimsoll/plugin-slo-common';

const BUCKETS = /_bucket\b|\ble\s*(=|=~)\s*["'`]|\bhistogram_fraction\s*\(/;

/**
 * Whether a query counts by duration: what is bad then is slow, not failed.
 */
export function readsBuckets(query: MetricQuery | undefined): boolean {
  const text = query?.spec.query;
  return typeof text === 'string' && BUCKETS.test(text);
}
