import type { WebhookConfig } from '../../doors/readWebhookConfig';
import { type AlertRules, DEFAULT_ALERT_RULES } from './AlertRules';

/** Reads `stability.webhooks.alertmanager`. */
export function readAlertRules({ config }: WebhookConfig): AlertRules {
  const severities =
    config?.getOptionalStringArray('severities') ??
    DEFAULT_ALERT_RULES.severities;
  return {
    severities: severities.map(severity => severity.toLowerCase()),
    incidentLabels:
      config?.getOptionalStringArray('incidentLabels') ??
      DEFAULT_ALERT_RULES.incidentLabels,
  };
}
