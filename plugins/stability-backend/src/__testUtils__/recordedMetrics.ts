import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { MetricAttributes } from '@backstage/backend-plugin-api/alpha';

/** A metrics service that remembers what it was told. */
export function recordedMetrics() {
  const figures: Record<string, number> = {};
  const nameOf = (name: string, attributes: MetricAttributes = {}) => {
    const labels = Object.entries(attributes).map(([key, value]) =>
      [key, value].join('='),
    );
    return labels.length > 0 ? `${name}{${labels.sort().join(',')}}` : name;
  };
  const metrics = metricsServiceMock.mock({
    createCounter: name => ({
      add: (value, attributes) => {
        const key = nameOf(name, attributes);
        figures[key] = (figures[key] ?? 0) + value;
      },
    }),
    createGauge: name => ({
      record: (value, attributes) => {
        figures[nameOf(name, attributes)] = value;
      },
    }),
  });
  return {
    metrics,
    /** Sums of counters and last values of gauges: `name{attribute=value}`. */
    figures,
  };
}
