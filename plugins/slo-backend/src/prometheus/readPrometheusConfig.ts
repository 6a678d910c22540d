import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
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
  /** Whether objectives are read from what their rules have recorded. */
  recordedRules: RecordedRules;
  /** What Thanos is told with every query; others ignore it. */
  parameters: Record<string, string>;
}

const RECORDED_RULES = ['auto', 'off'] as const;

/** @see PrometheusConfig */
export type RecordedRules = (typeof RECORDED_RULES)[number];

const RESOLUTIONS = ['0s', '5m', '1h', 'auto'] as const;

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
    recordedRules: readOneOf(config, key, 'recordedRules', RECORDED_RULES),
    parameters: readThanos(config, `${key}.thanos`),
  };
}

function readThanos(source: Config, key: string): Record<string, string> {
  const config = source.getOptionalConfig('thanos');
  if (!config) {
    return {};
  }
  return {
    dedup: String(config.getOptionalBoolean('dedup') ?? true),
    partial_response: String(
      config.getOptionalBoolean('partialResponse') ?? false,
    ),
    max_source_resolution: readOneOf(
      config,
      key,
      'maxSourceResolution',
      RESOLUTIONS,
    ),
  };
}

/** One of some words, the first of them by default. */
function readOneOf<TWord extends string>(
  config: Config,
  key: string,
  name: string,
  words: readonly [TWord, ...TWord[]],
): TWord {
  const value = config.getOptional<unknown>(name) ?? words[0];
  const word = words.find(known => known === value);
  if (word === undefined) {
    throw new InputError(
      `${key}.${name} is ${JSON.stringify(value)}; write ${words.join(' or ')}`,
    );
  }
  return word;
}
