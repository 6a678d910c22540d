import { stringify } from 'yaml';

/** A recording rule, as Prometheus reads it. */
export interface RecordingRule {
  record: string;
  expr: string;
  labels: Record<string, string>;
}

/** A rule file of one group. */
export function ruleFile(rules: readonly RecordingRule[]): string {
  return stringify({ groups: [{ name: 'recorded', rules }] });
}

/** Failed and all requests of a service, as rates over a range. */
export function requestRates(service: string, range: string) {
  const rate = (more: string) =>
    `sum(rate(http_requests_total{service="${service}"${more}}[${range}]))`;
  return { errors: rate(',code=~"5.."'), total: rate('') };
}
