import type { FactRules } from './ServiceFacts';

/** What holds where `stability` in app-config says nothing. @public */
export const DEFAULT_FACT_RULES: FactRules = {
  production: ['production', 'prod', 'prod-*'],
  environmentAliases: { production: ['prod', 'prod-*'], staging: ['stage'] },
  verdictWindowSeconds: 24 * 3600,
  batchGapSeconds: 2 * 3600,
  preventedBelowTraffic: 0.5,
  reopenGapSeconds: 600,
  burnedShare: 0.02,
};
