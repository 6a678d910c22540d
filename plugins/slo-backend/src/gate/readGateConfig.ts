import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_GATE_POLICY,
  GATE_VERDICTS,
  type GatePolicy,
} from '@plimsoll/plugin-slo-common';

/** What app-config says about the gate. */
export interface GateConfig {
  policy: GatePolicy;
  /** Services may say otherwise by an annotation. */
  isOverridable: boolean;
  /** Days that decisions are kept. */
  keepDecisionsDays: number;
}

const KEEP_DAYS = 400;

/**
 * Reads `slo.gate`.
 *
 * @throws InputError when a value cannot be used; the message names its key
 */
export function readGateConfig(config: RootConfigService): GateConfig {
  return {
    policy: {
      whenExhausted: readVerdict(config, 'slo.gate.whenExhausted'),
      warnBelow:
        readNumber(config, {
          key: 'slo.gate.warnBelowPercent',
          fallback: DEFAULT_GATE_POLICY.warnBelow * 100,
          min: 0,
          max: 100,
        }) / 100,
    },
    isOverridable: config.getOptionalBoolean('slo.gate.overridable') ?? true,
    keepDecisionsDays: readNumber(config, {
      key: 'slo.gate.keepDecisionsDays',
      fallback: KEEP_DAYS,
      min: 1,
      max: 3_660,
    }),
  };
}

function readVerdict(config: RootConfigService, key: string) {
  const text = config.getOptionalString(key);
  const verdict = GATE_VERDICTS.find(one => one === text);
  if (text !== undefined && !verdict) {
    throw new InputError(
      `${key} is '${text}'; write ${GATE_VERDICTS.join(', ')}, or leave it out`,
    );
  }
  return verdict ?? DEFAULT_GATE_POLICY.whenExhausted;
}

function readNumber(
  config: RootConfigService,
  options: { key: string; fallback: number; min: number; max: number },
): number {
  const { key, fallback, min, max } = options;
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!(value >= min && value <= max)) {
    throw new InputError(
      `${key} is ${value}; write a number from ${min} to ${max}, or leave it out for ${fallback}`,
    );
  }
  return value;
}
