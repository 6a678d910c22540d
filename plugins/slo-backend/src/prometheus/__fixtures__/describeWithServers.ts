import { findBinary } from './binaries';
import { MetricsServer } from './MetricsServer';
import type { SampledSeries } from './SampledSeries';

const HOW =
  'Prometheus and promtool were not found: set PROMETHEUS_BIN and PROMTOOL_BIN, or put them on PATH';

/** Which server a suite runs against. */
export type ServerKind = 'Prometheus' | 'VictoriaMetrics';

/** Starts a server with the given series. */
export type StartServer = (
  series: readonly SampledSeries[],
) => Promise<MetricsServer>;

/**
 * Runs a suite against a real Prometheus, and against VictoriaMetrics where
 * `VICTORIA_METRICS_BIN` names one. Without Prometheus it is skipped and says
 * so; with `CI=true` it fails.
 */
export function describeWithServers(
  name: string,
  suite: (start: StartServer, kind: ServerKind) => void,
): void {
  const prometheus = findBinary({
    name: 'prometheus',
    variable: 'PROMETHEUS_BIN',
    peer: 'prometheus',
  });
  const promtool = findBinary({
    name: 'promtool',
    variable: 'PROMTOOL_BIN',
    peer: 'prometheus',
  });
  const victoriaMetrics = process.env.VICTORIA_METRICS_BIN;
  if (prometheus && promtool) {
    describe(`${name} (Prometheus)`, () =>
      suite(
        series =>
          MetricsServer.startPrometheus({ prometheus, promtool, series }),
        'Prometheus',
      ));
  } else if (process.env.CI === 'true') {
    it(`${name} needs Prometheus`, () => {
      throw new Error(HOW);
    });
  } else {
    // eslint-disable-next-line jest/no-disabled-tests
    describe.skip(`${name}. ${HOW}`, () => {
      it('needs Prometheus', () => {});
    });
  }
  if (victoriaMetrics) {
    describe(`${name} (VictoriaMetrics)`, () =>
      suite(
        series =>
          MetricsServer.startVictoriaMetrics({ victoriaMetrics, series }),
        'VictoriaMetrics',
      ));
  }
}
