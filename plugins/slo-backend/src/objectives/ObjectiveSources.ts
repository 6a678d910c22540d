import type { MetricsSource } from '@plimsoll/plugin-slo-node';

/** What the rest of the backend asks about the configured metrics sources. */
export interface ObjectiveSources {
  /** Names of all sources that app-config or a module brought. */
  readonly names: string[];
  get(name: string): { source: MetricsSource } | undefined;
}
