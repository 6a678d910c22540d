import { rulesOf } from '@plimsoll/plugin-slo-common/testUtils';
import { evaluateRules } from '@plimsoll/prometheus-client/testUtils';
import { trafficSeries, type TrafficStretch } from './trafficSeries';

const STEP_SECONDS = 30;

/**
 * Lets Prometheus evaluate a document's rules every minute over traffic of the
 * job `checkout`.
 *
 * @param options.firing - for minutes, whether the alert fires then
 * @throws with promtool's report when it does not
 */
export function checkFiring(options: {
  promtool: string;
  document: Record<string, unknown>;
  stretches: TrafficStretch[];
  failedFrom?: number;
  alert: string;
  firing: Record<number, boolean>;
}): void {
  const { promtool, document, alert, firing, ...traffic } = options;
  const firingAlerts = `ALERTS{alertname="${alert}",alertstate="firing"}`;
  evaluateRules(promtool, {
    groups: rulesOf([document]).groups,
    evaluationInterval: '1m',
    tests: [
      {
        interval: `${STEP_SECONDS}s`,
        input_series: trafficSeries({
          ...traffic,
          job: 'checkout',
          stepSeconds: STEP_SECONDS,
        }).series,
        promql_expr_test: Object.entries(firing).map(([minute, isFiring]) => ({
          expr: `count(${firingAlerts}) or vector(0)`,
          eval_time: `${minute}m`,
          exp_samples: [{ labels: '{}', value: isFiring ? 1 : 0 }],
        })),
      },
    ],
  });
}
