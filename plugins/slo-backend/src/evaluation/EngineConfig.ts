import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** What app-config says about the engine. */
export interface EngineConfig {
  /** Queries a second that history may cost a source. */
  backfillQueriesPerSecond: number;
  /** Days that the ledger is kept, at least 60. */
  keepDays: number;
  /** Days that the ledger of a removed objective is kept. */
  keepRemovedDays: number;
}

/** Five years: enough for reports, and days are small. */
const KEEP_DAYS = 1_830;
/** The line of 30 days has a window of 30 days, the usual one, at each point. */
const LEAST_KEEP_DAYS = 60;
const KEEP_REMOVED_DAYS = 30;
const QUERIES_PER_SECOND = 5;

/**
 * Reads `slo.backfill` and `slo.ledger`.
 *
 * @throws InputError when a value cannot be used; the message names its key
 */
export function readEngineConfig(config: RootConfigService): EngineConfig {
  const positive = (key: string, fallback: number) => {
    const value = config.getOptionalNumber(key) ?? fallback;
    if (!(value > 0)) {
      throw new InputError(`${key} is ${value}; it must be above zero`);
    }
    return value;
  };
  const keepDays = positive('slo.ledger.keepDays', KEEP_DAYS);
  if (keepDays < LEAST_KEEP_DAYS) {
    throw new InputError(
      `slo.ledger.keepDays is ${keepDays}, which is less than a window of 30 ` +
        `days and the line of the 30 days before need; set it to ` +
        `${LEAST_KEEP_DAYS} or more, or leave it out for ${KEEP_DAYS}`,
    );
  }
  return {
    backfillQueriesPerSecond: positive(
      'slo.backfill.queriesPerSecond',
      QUERIES_PER_SECOND,
    ),
    keepDays,
    keepRemovedDays: positive('slo.ledger.keepRemovedDays', KEEP_REMOVED_DAYS),
  };
}
