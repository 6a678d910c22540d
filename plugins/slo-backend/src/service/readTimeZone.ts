import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { IANAZone } from 'luxon';

/**
 * Reads `slo.timeZone`: where months and days are cut for objectives that have
 * no zone of their own. UTC by default.
 *
 * @throws InputError when it is no IANA name
 */
export function readTimeZone(config: RootConfigService): string {
  const timeZone = config.getOptionalString('slo.timeZone') ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `slo.timeZone is '${timeZone}', which is no time zone; write an IANA name like 'Europe/Warsaw'`,
    );
  }
  return timeZone;
}
