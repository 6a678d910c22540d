/** What is checked of a new service, in the order of the page. @public */
export const WIRING_CHECKS = [
  'catalog',
  'objectives',
  'rules',
  'metrics',
  'deployments',
  'alerts',
  'cost',
  'runbook',
  'owner',
] as const;

/** @public */
export type WiringCheckId = (typeof WIRING_CHECKS)[number];
