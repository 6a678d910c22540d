import type {
  RatioIndicator,
  RefusedRule,
  RuleOrigin,
  WindowDuration,
} from '@plimsoll/plugin-slo-common';

/** @public */
export interface FindObjectivesRequest {
  /** Tools whose rules are looked for. */
  origins: readonly RuleOrigin[];
  /**
   * Labels that tell SLOs apart beside the tool's own id, for instance
   * `cluster` where several clusters record the same SLOs.
   */
  identityLabels: readonly string[];
  /** Unix seconds that count as now. */
  at: number;
  signal?: AbortSignal;
}

/**
 * An SLO that another tool keeps, found by the series that its rules record,
 * and how these can be counted.
 *
 * @public
 */
export interface FoundObjective {
  origin: RuleOrigin;
  /** Stable, and unique within its origin. */
  id: string;
  displayName: string;
  description?: string;
  /** Labels on which all of its series agree: they may name its service. */
  labels: Readonly<Record<string, string>>;
  /** 0 <= target < 1. */
  target: number;
  /** Length of its rolling window. */
  window: WindowDuration;
  indicator: RatioIndicator;
  /**
   * Its series are ratios without a volume, so that each five minutes weigh the
   * same, however much happened in them.
   */
  ratioOnly: boolean;
}

/** @public */
export interface FindObjectivesResult {
  found: FoundObjective[];
  /** What was seen and cannot be read, by the tool's own id. */
  refused: Array<Omit<RefusedRule, 'source'>>;
}
