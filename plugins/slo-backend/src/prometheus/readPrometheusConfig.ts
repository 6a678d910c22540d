import type { Config } from '@backstage/config';
import {
  readConnection,
  readSeconds,
  readStrings,
  type Connection,
} from '@plimsoll/prometheus-client';

/** An entry of `slo.sources` of type `prometheus`. */
export interface PrometheusConfig extends Connection {
  /** Seconds between two samples of a series, 1..300. */
  scrapeSeconds: number;
  enforcedMatchers: Record<string, string>;
}

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Reads the entry of a source.
 *
 * @throws InputError that names the key and the mend
 */
export function readPrometheusConfig(options: {
  name: string;
  config: Config;
}): PrometheusConfig {
  const { name, config } = options;
  const key = `slo.sources.${name}`;
  return {
    ...readConnection({ key, config }),
    scrapeSeconds: readSeconds({
      config,
      key,
      name: 'scrapeInterval',
      default: 60,
      max: 300,
    }),
    enforcedMatchers: readStrings(
      config,
      key,
      'enforcedMatchers',
      LABEL,
      'label',
    ),
  };
}
