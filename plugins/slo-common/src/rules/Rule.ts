/** A recording rule of Prometheus. @public */
export interface RecordingRule {
  record: string;
  expr: string;
  labels?: Record<string, string>;
}

/** An alerting rule of Prometheus. @public */
export interface AlertingRule {
  alert: string;
  expr: string;
  /** Duration in Prometheus' notation, for instance `5m`. */
  for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** @public */
export type Rule = RecordingRule | AlertingRule;

/** Rules that are evaluated one after the other. @public */
export interface RuleGroup {
  /** Unique in its file. */
  name: string;
  rules: Rule[];
}
