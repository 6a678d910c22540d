import { findBinary } from './findBinary';
import { MetricsServer, type Recording } from './MetricsServer';
import type { SampledSeries } from './SampledSeries';

const MISSING =
  'Prometheus or promtool was not found; set PROMETHEUS_BIN and PROMTOOL_BIN, or put them on PATH';

/** A kind of real server that tests can start. */
export interface StartableServer {
  kind: string;
  /** Starts one that holds the given series. */
  start(series: readonly SampledSeries[]): Promise<MetricsServer>;
  /** Starts one that holds them and what rules record; not every kind can. */
  record?(
    series: readonly SampledSeries[],
    recording: Recording,
  ): Promise<MetricsServer>;
}

/**
 * The real servers that suites run against: Prometheus, and VictoriaMetrics
 * where `VICTORIA_METRICS_BIN` names one. Where Prometheus is missing suites
 * are to be skipped; with `CI=true` they run, and fail with a sentence.
 */
export function metricsServers(options?: { findIn?: typeof findBinary }): {
  isMissing: boolean;
  servers: StartableServer[];
} {
  const { findIn = findBinary } = options ?? {};
  const find = (name: string, variable: string) =>
    findIn({ name, variable, peer: 'prometheus' });
  const prometheus = find('prometheus', 'PROMETHEUS_BIN');
  const promtool = find('promtool', 'PROMTOOL_BIN');
  const victoriaMetrics = process.env.VICTORIA_METRICS_BIN;
  if (!prometheus || !promtool) {
    return {
      isMissing: process.env.CI !== 'true',
      servers: [
        { kind: MISSING, start: () => Promise.reject(new Error(MISSING)) },
      ],
    };
  }
  return {
    isMissing: false,
    servers: [
      {
        kind: 'Prometheus',
        start: series =>
          MetricsServer.startPrometheus({ prometheus, promtool, series }),
        record: (series, recording) =>
          MetricsServer.startPrometheus({
            prometheus,
            promtool,
            series,
            recording,
          }),
      },
      ...(victoriaMetrics
        ? [
            {
              kind: 'VictoriaMetrics',
              start: (series: readonly SampledSeries[]) =>
                MetricsServer.startVictoriaMetrics({ victoriaMetrics, series }),
            },
          ]
        : []),
    ],
  };
}
