/** Everything that a check can say; the front end has the words. @public */
export const WIRING_SENTENCES = [
  'not-checked',

  'catalog-complete',
  'catalog-annotations',
  'catalog-no-owner',
  'catalog-owner-gone',
  'catalog-faults',

  'objectives-valid',
  'objectives-warnings',
  'objectives-none',
  'objectives-findings',

  'rules-loaded',
  'rules-missing',
  'rules-failing',
  'rules-not-evaluated',
  'rules-none-needed',
  'rules-not-offered',
  'rules-source-failed',

  'metrics-arrive',
  'metrics-no-traffic',
  'metrics-absent',
  'metrics-not-measured',
  'metrics-no-objectives',
  'metrics-source-failed',
  'metrics-faults',

  'deployments-arrive',
  'deployments-none',

  'alerts-routed',
  'alerts-unrouted',
  'alerts-silent',
  'alerts-delivered',
  'alerts-under-way',
  'alerts-failed',
  'alerts-not-tried',
  'alerts-uncounted',
  'alerts-not-configured',

  'cost-labelled',
  'cost-due',
  'cost-unmapped',
  'cost-no-bill',
  'cost-unknown-service',

  'runbook-reachable',
  'runbook-there',
  'runbook-no-alerts',
  'runbook-links-unknown',
  'runbook-no-annotation',
  'runbook-gone',
  'runbook-too-large',
  'runbook-no-sections',

  'owner-reachable',
  'owner-none',
  'owner-gone',
  'owner-no-members',
  'owner-no-contact',
  'owner-no-on-call',
] as const;

/** @public */
export type WiringSentenceCode = (typeof WIRING_SENTENCES)[number];

/** Everything that can be done about a line. @public */
export const WIRING_STEPS = [
  'edit-catalog-info',
  'open-owner',
  'open-objectives',
  'open-rules-guide',
  'open-deployments',
  'open-pipeline-guide',
  'open-routes',
  'send-test-alert',
  'open-cost',
  'open-runbook',
] as const;

/** @public */
export type WiringStepCode = (typeof WIRING_STEPS)[number];
