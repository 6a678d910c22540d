import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  METRIC_NAMES,
  type MetricName,
} from '@plimsoll/plugin-stability-common';

/** What the metrics should be, in each metric's own unit. */
export type MetricTargets = Partial<Record<MetricName, number>>;

const RATIOS: readonly MetricName[] = ['change-failure-rate', 'rework-rate'];
const COUNTS: readonly MetricName[] = [
  'deployment-frequency',
  'prevented-failures',
];

/**
 * Reads `stability.targets`: shares from 0 to 1, deployments a week, and
 * durations as Backstage writes them (`10 minutes`, `PT10M`, `{ minutes: 10 }`).
 *
 * @throws InputError when a key names no metric or a value cannot be used
 */
export function readTargets(config: Config): MetricTargets {
  const targets = config.getOptionalConfig('stability.targets');
  const known: readonly string[] = METRIC_NAMES;
  const unknown = targets?.keys().find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `stability.targets.${unknown} names no metric; there are ${known.join(
        ', ',
      )}`,
    );
  }
  return Object.fromEntries(
    (targets?.keys() ?? []).map(key => [
      key,
      valueOf(targets as Config, key as MetricName),
    ]),
  );
}

function valueOf(targets: Config, name: MetricName): number {
  if (COUNTS.includes(name)) {
    return targets.getNumber(name);
  }
  if (RATIOS.includes(name)) {
    const value = targets.getNumber(name);
    if (value < 0 || value > 1) {
      throw new InputError(
        `stability.targets.${name} is ${value}; write a share from 0 to 1, 0.08 for 8 %`,
      );
    }
    return value;
  }
  return (
    durationToMilliseconds(readDurationFromConfig(targets, { key: name })) /
    1000
  );
}
