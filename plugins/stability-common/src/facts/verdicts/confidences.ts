import type { EvidenceRule } from '../Verdict';

/**
 * How far each rule is trusted, 0..1, after
 * `deployments.md` 2.4: an explicit signal counts more than a coincidence.
 */
export const CONFIDENCES: Record<EvidenceRule, number> = {
  person: 1,
  'incident-caused-by': 1,
  'rollback-event': 0.95,
  'failed-rollout': 0.9,
  'canary-stopped': 0.9,
  'incident-names-it': 0.9,
  'version-reappeared': 0.8,
  reverted: 0.7,
  hotfix: 0.6,
  'incident-in-window': 0.6,
  'budget-burned': 0.6,
};

/** From here on evidence makes a deployment a failed one. @public */
export const COUNTED_FROM = 0.25;

/** Below it, a failure is called suspected. @public */
export const SUSPECTED_BELOW = 0.8;

/** An incident of several services says by coincidence alone too little. */
export const SHARED_AT_MOST = 0.2;
