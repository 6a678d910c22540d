/** What a metrics source demands of rules. @public */
export interface RuleSettings {
  /** Seconds between two samples of a series, 1..300. */
  scrapeSeconds: number;
  /** Matchers that each selector must carry, by label. */
  enforcedMatchers: Readonly<Record<string, string>>;
}

/** As Prometheus is delivered, and without tenants. @public */
export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  scrapeSeconds: 60,
  enforcedMatchers: {},
};
