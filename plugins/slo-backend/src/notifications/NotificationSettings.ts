import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** What app-config says about telling owners. */
export interface NotificationSettings {
  isEnabled: boolean;
  /** Shares of the budget, 0..1, lowest first. */
  thresholds: readonly number[];
  /** Seconds without data after which they have stopped. */
  silentSeconds: number;
  /** Whether owners are told of what stands when their objective is first seen. */
  tellsExisting: boolean;
}

const KEY = 'slo.notifications';
const THRESHOLDS = [0.5, 0.8, 1];
const SILENT_SECONDS = 1_800;
const LEAST_SILENT_SECONDS = 300;

/**
 * Reads `slo.notifications`.
 *
 * @throws InputError when a value cannot be used; the message names its key
 */
export function readNotificationSettings(
  config: RootConfigService,
): NotificationSettings {
  return {
    isEnabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? true,
    thresholds: readThresholds(config),
    silentSeconds: readSilence(config),
    tellsExisting: readExisting(config) === 'tell',
  };
}

function readThresholds(config: RootConfigService): number[] {
  const key = `${KEY}.thresholds`;
  const shares = config.getOptional<unknown>(key) ?? THRESHOLDS;
  if (
    !Array.isArray(shares) ||
    !shares.every(
      (share): share is number =>
        typeof share === 'number' && share > 0 && share <= 1,
    )
  ) {
    throw new InputError(
      `${key} is ${JSON.stringify(shares)}; write shares of the error budget ` +
        `above 0 and up to 1, for instance [0.5, 0.8, 1]`,
    );
  }
  return [...new Set(shares)].sort((a, b) => a - b);
}

function readSilence(config: RootConfigService): number {
  const key = `${KEY}.dataStopsAfter`;
  if (!config.has(key)) {
    return SILENT_SECONDS;
  }
  const seconds =
    durationToMilliseconds(readDurationFromConfig(config, { key })) / 1_000;
  if (seconds < LEAST_SILENT_SECONDS) {
    throw new InputError(
      `${key} is ${seconds} seconds; write 5 minutes or more, or leave it out for 30 minutes`,
    );
  }
  return seconds;
}

function readExisting(config: RootConfigService): 'quiet' | 'tell' {
  const key = `${KEY}.existing`;
  const text = config.getOptionalString(key) ?? 'quiet';
  if (text !== 'quiet' && text !== 'tell') {
    throw new InputError(
      `${key} is '${text}'; write quiet or tell, or leave it out for quiet`,
    );
  }
  return text;
}
