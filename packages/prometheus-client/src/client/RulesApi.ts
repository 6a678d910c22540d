/** Which rules a server is asked for; all of them where nothing is named. */
export interface RulesRequest {
  /** Rules of these names: alerts and recorded series alike. */
  names?: readonly string[];
  /** Rules that carry all labels of at least one of these. */
  labels?: ReadonlyArray<Readonly<Record<string, string>>>;
  signal?: AbortSignal;
}

/** A rule that a server has loaded. */
export interface ServerRule {
  name: string;
  kind: 'alerting' | 'recording';
  group: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** `unknown` until it was evaluated for the first time. */
  health: 'ok' | 'err' | 'unknown';
  /** Why its last evaluation failed. */
  error?: string;
  /** Unix seconds; absent before the first evaluation. */
  evaluatedAt?: number;
}

/** The part of Prometheus' HTTP API that tells of its rules. */
export interface RulesApi {
  /** @throws the errors of `PrometheusErrors` and nothing that names an address */
  rules(request: RulesRequest): Promise<ServerRule[]>;
}
