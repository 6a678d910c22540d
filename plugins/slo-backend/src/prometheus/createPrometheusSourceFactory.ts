import type { MetricsSourceFactory } from '@plimsoll/plugin-slo-node';
import { HttpPrometheus } from './client/HttpPrometheus';
import { ResilientPrometheus } from './client/ResilientPrometheus';
import { PrometheusSource } from './PrometheusSource';
import { readPrometheusConfig } from './readPrometheusConfig';

const MAX_RESPONSE_BYTES = 10_000_000;

/**
 * Makes the sources of `slo.sources` whose type is `prometheus`: Prometheus 2
 * and 3, Thanos, Mimir, VictoriaMetrics and whatever speaks their query API.
 */
export function createPrometheusSourceFactory(): MetricsSourceFactory {
  return {
    type: 'prometheus',
    create({ name, config }) {
      const { scrapeSeconds, enforcedMatchers, ...connection } =
        readPrometheusConfig({ name, config });
      const http = HttpPrometheus.create({
        name,
        ...connection,
        maxResponseBytes: MAX_RESPONSE_BYTES,
      });
      return PrometheusSource.create({
        api: ResilientPrometheus.create(http, { name }),
        scrapeSeconds,
        enforcedMatchers,
      });
    },
  };
}
