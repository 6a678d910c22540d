import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type AnomalyThresholds,
  DEFAULT_ANOMALY_THRESHOLDS,
  parseAmount,
} from '@plimsoll/plugin-cost-common';

/**
 * Reads `cost.anomaly`.
 *
 * @throws InputError that names the key and the mend
 */
export function readAnomalyThresholds(config: Config): AnomalyThresholds {
  const anomaly = config.getOptionalConfig('cost.anomaly');
  const absolute = anomaly?.getOptional<string | number>('absolute');
  const relative = anomaly?.getOptionalNumber('relative');
  const score = anomaly?.getOptionalNumber('robustZ');
  if (relative !== undefined && !(relative >= 0)) {
    throw new InputError(
      `cost.anomaly.relative is ${relative}; write a share of what was expected, for instance 0.25`,
    );
  }
  return {
    ...DEFAULT_ANOMALY_THRESHOLDS,
    ...(absolute !== undefined && { absolute: parseAmount(String(absolute)) }),
    ...(relative !== undefined && { relative }),
    ...(score !== undefined && { score }),
  };
}
