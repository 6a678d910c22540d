import { type RecordingRule, requestRates } from './ruleFile';

interface SlothSlo {
  service: string;
  slo: string;
  /** Percent. */
  objective: number;
  days: number;
  labels?: Record<string, string>;
}

/**
 * What Sloth 0.16 records of an SLO on events: the names, labels and formulas
 * of its plugins `sli_rules_v1` and `metadata_rules_v1`.
 */
export function slothRules(given: SlothSlo): {
  base: RecordingRule[];
  /** Those that read what the others have recorded. */
  derived: RecordingRule[];
} {
  const { service, slo, objective, days } = given;
  const id = {
    sloth_id: `${service}-${slo}`,
    sloth_service: service,
    sloth_slo: slo,
  };
  const filter = `{${Object.entries(id)
    .map(([label, value]) => `${label}="${value}"`)
    .join(', ')}}`;
  const labels = { ...id, ...given.labels };
  const ratio = objective / 100;
  const sli = (window: string): RecordingRule => {
    const { errors, total } = requestRates(service, window);
    return {
      record: `slo:sli_error:ratio_rate${window}`,
      expr: `(${errors})\n/\n(${total})`,
      labels: { ...labels, sloth_window: window },
    };
  };
  const perBudget = (window: string) =>
    `slo:sli_error:ratio_rate${window}${filter}\n/ on(sloth_id, sloth_slo, sloth_service) group_left\nslo:error_budget:ratio${filter}`;
  const period = `${days}d`;
  const short = `slo:sli_error:ratio_rate5m${filter}[${period}]`;
  return {
    base: [
      ...['5m', '30m', '1h'].map(sli),
      { record: 'slo:objective:ratio', expr: `vector(${ratio})`, labels },
      { record: 'slo:error_budget:ratio', expr: `vector(1-${ratio})`, labels },
      { record: 'slo:time_period:days', expr: `vector(${days})`, labels },
      {
        record: 'sloth_slo_info',
        expr: 'vector(1)',
        labels: {
          ...labels,
          sloth_version: 'v0.16.0',
          sloth_mode: 'cli-gen-prom',
          sloth_spec: 'prometheus/v1',
          sloth_objective: String(objective),
        },
      },
    ],
    derived: [
      {
        record: `slo:sli_error:ratio_rate${period}`,
        expr: `sum_over_time(${short})\n/ ignoring (sloth_window)\ncount_over_time(${short})`,
        labels: { ...labels, sloth_window: period },
      },
      {
        record: 'slo:current_burn_rate:ratio',
        expr: perBudget('5m'),
        labels,
      },
    ],
  };
}
