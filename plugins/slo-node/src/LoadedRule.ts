/** Which rules are asked for: those that either list names. @public */
export interface LoadedRulesRequest {
  /** Names of alerts and of recorded series. */
  names: readonly string[];
  /** Rules that carry all labels of at least one of these. */
  labels: ReadonlyArray<Readonly<Record<string, string>>>;
  signal?: AbortSignal;
}

/** A rule that a source has loaded. @public */
export interface LoadedRule {
  name: string;
  kind: 'alerting' | 'recording';
  group: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** How its last evaluation went; `unknown` before the first. */
  health: 'ok' | 'err' | 'unknown';
  /** Why its last evaluation failed, without internal addresses. */
  error?: string;
  /** Unix seconds; absent before the first evaluation. */
  evaluatedAt?: number;
}
