import { type RecordingRule, requestRates } from './ruleFile';

interface PyrraSlo {
  name: string;
  /** Ratio, as Pyrra stores it. */
  target: number;
  windowSeconds: number;
  /** What `pyrra.dev/` labels propagate. */
  labels?: Record<string, string>;
}

/** Target and window, as Pyrra's generic rules record them of every SLO. */
function promise({
  name,
  target,
  windowSeconds,
  labels,
}: PyrraSlo): RecordingRule[] {
  const own = { slo: name, ...labels };
  return [
    { record: 'pyrra_objective', expr: String(target), labels: own },
    { record: 'pyrra_window', expr: String(windowSeconds), labels: own },
  ];
}

/** Pyrra's generic rules of a ratio of requests, without grouping. */
export function pyrraRules(
  slo: PyrraSlo & { service: string },
): RecordingRule[] {
  const { errors, total } = requestRates(slo.service, '5m');
  const labels = { slo: slo.name, ...slo.labels };
  return [
    ...promise(slo),
    { record: 'pyrra_requests:rate5m', expr: total, labels },
    {
      record: 'pyrra_errors:rate5m',
      expr: `${errors} or vector(0)`,
      labels,
    },
  ];
}

/**
 * Pyrra's rules of an indicator of true and false: counts over the window, of
 * which the generic rules keep the sums under the names of rates.
 */
export function pyrraGaugeRules(slo: PyrraSlo & { metric: string }): {
  base: RecordingRule[];
  derived: RecordingRule[];
} {
  const { name, metric } = slo;
  const labels = { slo: name, ...slo.labels };
  const counted = `sum(${metric}:count4w{slo="${name}"})`;
  return {
    base: [
      ...promise(slo),
      {
        record: `${metric}:count4w`,
        expr: `sum(count_over_time(${metric}[4w]))`,
        labels,
      },
      {
        record: `${metric}:sum4w`,
        expr: `sum(sum_over_time(${metric}[4w]))`,
        labels,
      },
    ],
    derived: [
      { record: 'pyrra_requests:rate5m', expr: counted, labels },
      {
        record: 'pyrra_errors:rate5m',
        expr: `${counted} - sum(${metric}:sum4w{slo="${name}"})`,
        labels,
      },
    ],
  };
}
