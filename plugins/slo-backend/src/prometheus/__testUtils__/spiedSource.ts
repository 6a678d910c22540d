import {
  HttpPrometheus,
  type PrometheusApi,
} from '@plimsoll/prometheus-client';
import {
  PrometheusSource,
  type PrometheusSourceOptions,
} from '../PrometheusSource';

/** A source that reads from a server of this machine, and what it asked. */
export function spiedSource(
  server: { baseUrl: string },
  options: Partial<PrometheusSourceOptions> = {},
): { source: PrometheusSource; queries: string[] } {
  const queries: string[] = [];
  const http = HttpPrometheus.create({
    name: 'test',
    baseUrl: server.baseUrl,
    headers: {},
    timeoutSeconds: 30,
    maxResponseBytes: 10_000_000,
  });
  const api: PrometheusApi = {
    query: request => {
      queries.push(request.query);
      return http.query(request);
    },
    queryRange: request => {
      queries.push(request.query);
      return http.queryRange(request);
    },
    retentionSeconds: request => http.retentionSeconds(request),
  };
  const source = PrometheusSource.create({
    api,
    historyApi: api,
    scrapeSeconds: 60,
    enforcedMatchers: {},
    ...options,
  });
  return { source, queries };
}
