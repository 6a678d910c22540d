import type { WebhookConfig } from '../../doors/readWebhookConfig';
import type { WorkflowRule } from './parseWorkflowRun';

/** Reads `stability.webhooks.github.workflows`. */
export function readWorkflowRules({ config }: WebhookConfig): WorkflowRule[] {
  const rules = config?.getOptionalConfigArray('workflows') ?? [];
  return rules.map(rule => ({
    workflow: rule.getString('workflow'),
    environment: rule.getString('environment'),
    repository: rule.getOptionalString('repository'),
    service: rule.getOptionalString('service'),
  }));
}
