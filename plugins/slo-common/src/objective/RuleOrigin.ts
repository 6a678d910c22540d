/**
 * Tools whose recorded rules become objectives: Sloth, Pyrra (its generic
 * rules) and Grafana SLO.
 *
 * @public
 */
export const RULE_ORIGINS = ['sloth', 'pyrra', 'grafana'] as const;

/** One of {@link RULE_ORIGINS}. @public */
export type RuleOrigin = (typeof RULE_ORIGINS)[number];

/**
 * Why an SLO of another tool is not shown.
 *
 * - `no-service`: none of the labels that may name its service is there
 * - `unknown-service`: what they name is not in the catalog
 * - `several-services`: they name different services
 * - `incomplete`: a series that says its target or its window is missing
 * - `contradictory`: its series say several targets or windows
 * - `no-rate`: its rules record nothing that could be counted
 * - `unusable-target`: the target is not within 0..1, 1 left out
 * - `unusable-window`: the window is not whole minutes from an hour to 400 days
 * - `unreadable`: it failed when it was to become an objective; `reason` says how
 *
 * @public
 */
export type RuleRefusalCode =
  | 'no-service'
  | 'unknown-service'
  | 'several-services'
  | 'incomplete'
  | 'contradictory'
  | 'no-rate'
  | 'unusable-target'
  | 'unusable-window'
  | 'unreadable';

/** An SLO of another tool that is found and not shown. @public */
export interface RefusedRule {
  /** Metrics source that it was found in. */
  source: string;
  origin: RuleOrigin;
  /** The tool's own id of it. */
  id: string;
  code: RuleRefusalCode;
  /** What a sentence about it is filled with. */
  params?: Record<string, string | number>;
}

/** What was found of one tool in one metrics source. @public */
export interface RuleScan {
  source: string;
  origin: RuleOrigin;
  /** ISO instant. */
  scannedAt: string;
  /** SLOs whose series are there. */
  found: number;
  /** Those of them that are shown as objectives. */
  shown: number;
}

/** What became of the rules of other tools. @public */
export interface ExistingRules {
  scans: RuleScan[];
  /** The first 100. */
  refused: RefusedRule[];
  /** All that are found and not shown. */
  totalRefused: number;
}
