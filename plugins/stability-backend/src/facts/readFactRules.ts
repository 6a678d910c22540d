import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_FACT_RULES,
  type FactRules,
} from '@plimsoll/plugin-stability-common';
import { readEnvironmentAliases } from './readEnvironmentAliases';

/**
 * Reads `stability.environments` and `stability.rules`.
 *
 * @throws InputError when one of them cannot be used
 */
export function readFactRules(config: Config): FactRules {
  const rules = config.getOptionalConfig('stability.rules');
  return {
    production:
      config.getOptionalStringArray('stability.environments.production') ??
      DEFAULT_FACT_RULES.production,
    environmentAliases:
      readEnvironmentAliases(config) ?? DEFAULT_FACT_RULES.environmentAliases,
    verdictWindowSeconds:
      seconds(rules, 'verdictWindow') ??
      DEFAULT_FACT_RULES.verdictWindowSeconds,
    batchGapSeconds:
      seconds(rules, 'batchGap') ?? DEFAULT_FACT_RULES.batchGapSeconds,
    reopenGapSeconds:
      seconds(rules, 'reopenGap') ?? DEFAULT_FACT_RULES.reopenGapSeconds,
    preventedBelowTraffic:
      share(rules, 'preventedBelowTraffic') ??
      DEFAULT_FACT_RULES.preventedBelowTraffic,
    burnedShare: share(rules, 'burnedShare') ?? DEFAULT_FACT_RULES.burnedShare,
  };
}

function seconds(rules: Config | undefined, key: string): number | undefined {
  return rules?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(rules, { key })) / 1000
    : undefined;
}

function share(rules: Config | undefined, key: string): number | undefined {
  const value = rules?.getOptionalNumber(key);
  if (value !== undefined && (value < 0 || value > 1)) {
    throw new InputError(
      `stability.rules.${key} is ${value}; write a share from 0 to 1`,
    );
  }
  return value;
}
