import type { Config } from '@backstage/config';
import type { RuleSettings } from '@plimsoll/plugin-slo-common/rules';
import { readPrometheusConfig } from '../prometheus/readPrometheusConfig';

const CONFIG_KEY = 'slo.sources';

/**
 * What each Prometheus of app-config demands of rules that it evaluates: the
 * same scrape interval and enforced matchers as of queries. Other sources
 * demand nothing.
 */
export function readRuleSettings(
  config: Config,
): ReadonlyMap<string, RuleSettings> {
  const sources = config.getOptionalConfig(CONFIG_KEY);
  return new Map(
    (sources?.keys() ?? []).flatMap(name => {
      const entry = sources?.getConfig(name);
      if (entry?.getOptionalString('type') !== 'prometheus') {
        return [];
      }
      const { scrapeSeconds, enforcedMatchers } = readPrometheusConfig({
        name,
        config: entry,
      });
      return [[name, { scrapeSeconds, enforcedMatchers }]];
    }),
  );
}
