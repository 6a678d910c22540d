/**
 * Answer of `GET /api/slo/loaded-rules`: what the metrics sources of a service
 * say of the rules that watch its objectives.
 *
 * @public
 */
export interface LoadedRules {
  entityRef: string;
  /** Rules that its objectives need, those of the fleet among them. */
  expected: number;
  sources: RuleSourceAnswer[];
  /** Those that are expected, and those that name the service besides. */
  rules: LoadedRuleStatus[];
  /** ISO instant; answers of sources may be a minute older. */
  checkedAt: string;
}

/** What became of the question to one source. @public */
export interface RuleSourceAnswer {
  name: string;
  /**
   * `answered`; `not-offered`: it is no source that has rules;
   * `failed`: it has not answered now, which says nothing about the rules.
   */
  state: 'answered' | 'not-offered' | 'failed';
  /** Why it did not answer, without internal addresses. */
  reason?: string;
}

/** One rule, loaded or not. @public */
export interface LoadedRuleStatus {
  source: string;
  name: string;
  kind: 'alerting' | 'recording';
  /** Absent where it is not loaded. */
  group?: string;
  labels: Record<string, string>;
  runbookUrl?: string;
  /** What the objectives of the service need. */
  expected: boolean;
  loaded: boolean;
  /** How its last evaluation went; `unknown` before the first. */
  health: 'ok' | 'err' | 'unknown';
  /** Why its last evaluation failed. */
  error?: string;
  /** ISO instant. */
  evaluatedAt?: string;
}
