import {
  HttpPrometheus,
  ResilientPrometheus,
} from '@plimsoll/prometheus-client';
import { PrometheusSource } from '../PrometheusSource';

/** A source that reads from a server of this machine, by queries alone. */
export function sourceOf(
  server: { baseUrl: string },
  options: {
    scrapeSeconds?: number;
    enforcedMatchers?: Record<string, string>;
    maxResponseBytes?: number;
  } = {},
): PrometheusSource {
  const http = HttpPrometheus.create({
    name: 'test',
    baseUrl: server.baseUrl,
    headers: {},
    timeoutSeconds: 30,
    maxResponseBytes: options.maxResponseBytes ?? 10_000_000,
  });
  const api = ResilientPrometheus.create(http, { name: 'test' });
  return PrometheusSource.create({
    api,
    historyApi: api,
    scrapeSeconds: options.scrapeSeconds ?? 60,
    enforcedMatchers: options.enforcedMatchers ?? {},
    recordedRules: 'off',
  });
}
