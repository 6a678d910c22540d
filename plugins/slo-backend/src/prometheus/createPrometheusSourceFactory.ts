import type { MetricsSourceFactory } from '@plimsoll/plugin-slo-node';
import {
  HttpPrometheus,
  RequestSlots,
  ResilientPrometheus,
} from '@plimsoll/prometheus-client';
import { PrometheusSource } from './PrometheusSource';
import { readPrometheusConfig } from './readPrometheusConfig';

const MAX_RESPONSE_BYTES = 10_000_000;
/**
 * History is asked for again by who reads it, later and in smaller pieces; what
 * it does to a server must not keep the newest numbers away. Each
 * time that history is tried again, a few seconds apart, the server is asked.
 */
const FOR_HISTORY = {
  urgency: 'history',
  retries: 0,
  failuresToOpen: 3,
  halfOpenAfterMs: 4_000,
} as const;
/** A document that somebody tries may ask for anything; nobody waits for it. */
const FOR_DOCTOR = { urgency: 'history', retries: 0 } as const;

/**
 * Makes the sources of `slo.sources` whose type is `prometheus`: Prometheus 2
 * and 3, Thanos, Mimir, VictoriaMetrics and whatever speaks their query API.
 */
export function createPrometheusSourceFactory(): MetricsSourceFactory {
  return {
    type: 'prometheus',
    create({ name, config }) {
      const { scrapeSeconds, enforcedMatchers, recordedRules, ...connection } =
        readPrometheusConfig({ name, config });
      const http = HttpPrometheus.create({
        name,
        ...connection,
        maxResponseBytes: MAX_RESPONSE_BYTES,
      });
      const slots = RequestSlots.create();
      return PrometheusSource.create({
        api: ResilientPrometheus.create(http, { name, slots }),
        historyApi: ResilientPrometheus.create(http, {
          name,
          slots,
          ...FOR_HISTORY,
        }),
        inspectApi: ResilientPrometheus.create(http, {
          name,
          slots,
          ...FOR_DOCTOR,
        }),
        rulesApi: http,
        scrapeSeconds,
        enforcedMatchers,
        recordedRules,
      });
    },
  };
}
