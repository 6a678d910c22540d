import { type RecordingRule, requestRates } from './ruleFile';

interface GrafanaSlo {
  uuid: string;
  name: string;
  service: string;
  /** Ratio. */
  objective: number;
  windowSeconds: number;
  /** `freeform`: a query of one's own, of which only the ratio is kept. */
  type: 'ratio' | 'freeform';
}

/**
 * What Grafana SLO records of an SLO, by the series that its own pages and
 * command line tool read.
 */
export function grafanaRules(slo: GrafanaSlo): RecordingRule[] {
  const { uuid, name, service, objective, windowSeconds, type } = slo;
  const labels = {
    grafana_slo_uuid: uuid,
    grafana_slo_name: name,
    grafana_slo_service: service,
    grafana_slo_window: `${windowSeconds / 86_400}d`,
    grafana_slo_type: type,
    __grafana_origin: 'plugin/grafana-slo-app',
  };
  const { errors, total } = requestRates(service, '5m');
  const success = `(${total} - (${errors}))`;
  return [
    { record: 'grafana_slo_info', expr: 'vector(1)', labels },
    {
      record: 'grafana_slo_objective',
      expr: `vector(${objective})`,
      labels,
    },
    {
      record: 'grafana_slo_objective_window_seconds',
      expr: `vector(${windowSeconds})`,
      labels,
    },
    {
      record: 'grafana_slo_sli_5m',
      expr: `clamp_max(${success} / ${total}, 1)`,
      labels,
    },
    ...(type === 'ratio'
      ? [
          { record: 'grafana_slo_success_rate_5m', expr: success, labels },
          { record: 'grafana_slo_total_rate_5m', expr: total, labels },
        ]
      : []),
  ];
}
