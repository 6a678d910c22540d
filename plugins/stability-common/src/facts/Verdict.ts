/** What became of a deployment. @public */
export const VERDICTS = [
  /** It is too early to tell. */
  'pending',
  /** Nothing spoke against it in its window. */
  'clean',
  'failed',
  /** Stopped before its users felt it. */
  'prevented',
  /** It went back: judged is what it replaced. */
  'rollback',
  /** A restart, a canceled or superseded run: nothing to judge. */
  'not-counted',
] as const;

/** @public */
export type VerdictName = (typeof VERDICTS)[number];

/** @public */
export interface Verdict {
  name: VerdictName;
  /** 0..1: of the strongest evidence. A failure below 0.8 is `suspected`. */
  confidence: number;
  /** Failed, but no rule is certain. */
  suspected: boolean;
  decidedBy: 'rule' | 'person';
  /** When `pending` ends unless something happens, ISO instant. */
  dueAt?: string;
  /** Seconds after it went live in which rules look for a failure. */
  windowSeconds?: number;
  /** The person's word, where one decided. */
  correction?: { id: string; by: string; at: string; reason: string };
}

/** The rules of `docs`: each names one ground on which a deployment failed. @public */
export const EVIDENCE_RULES = [
  'person',
  'rollback-event',
  'failed-rollout',
  'canary-stopped',
  'version-reappeared',
  'incident-names-it',
  'incident-caused-by',
  'reverted',
  'hotfix',
  'incident-in-window',
  'budget-burned',
] as const;

/** @public */
export type EvidenceRule = (typeof EVIDENCE_RULES)[number];

/** One ground for a verdict. @public */
export interface Evidence {
  rule: EvidenceRule;
  /** ISO instant at which it happened. */
  at: string;
  /** What was measured in steps can have begun as early as this, ISO instant. */
  since?: string;
  /** 0..1. */
  confidence: number;
  /** What it rests on. */
  deploymentId?: string;
  incidentId?: string;
  objective?: string;
  changeSha?: string;
  observationIds: string[];
  /** Share of the budget, 0..1 and beyond. */
  burned?: number;
  reason?: string;
  url?: string;
  /** Which deployment shipped the change was inferred; see `ShippedChange`. */
  inferred?: boolean;
  /** A person said that it does not count. */
  overruled: boolean;
}
