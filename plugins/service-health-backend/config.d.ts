export interface Config {
  serviceHealth?: {
    /**
     * Types of Components that are services, in lower case: [service, website].
     * Of other types those are shown that have an objective, a deployment or a
     * cost of their own.
     */
    componentTypes?: string[];
    /**
     * ISO 4217: which of several currencies pages show of a service; that of
     * `cost.currency` by default. Nothing is converted or added.
     */
    currency?: string;
  };
}
