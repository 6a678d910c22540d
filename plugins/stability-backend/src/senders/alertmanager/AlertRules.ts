/** Which alerts are incidents, and what belongs together. */
export interface AlertRules {
  /** Values of the label `severity`, in lower case. */
  severities: string[];
  /** Alerts that are equal in these labels are one incident. */
  incidentLabels: string[];
}

/** @see AlertRules */
export const DEFAULT_ALERT_RULES: AlertRules = {
  severities: ['critical', 'page'],
  incidentLabels: [
    'alertname',
    'service',
    'app',
    'namespace',
    'cluster',
    'environment',
    'env',
  ],
};
