import { DateTime } from 'luxon';

/** An address and the month that it is of, where it has months. */
export interface MonthUrl {
  url: string;
  /** `2026-10`; unset for an address without a placeholder. */
  month?: string;
}

const PLACEHOLDER = /\{(month|first|last)\}/;

/**
 * Fills in an address such as `.../BILLING_PERIOD={month}/Manifest.json`, for
 * this month and those before: `{month}` is `2026-10`, `{first}` and `{last}`
 * are `20261001` and `20261031`.
 *
 * @param options.now - Unix milliseconds
 */
export function monthUrls(options: {
  url: string;
  months: number;
  now: number;
}): MonthUrl[] {
  const { url, months, now } = options;
  if (!PLACEHOLDER.test(url)) {
    return [{ url }];
  }
  const thisMonth = DateTime.fromMillis(now, { zone: 'utc' }).startOf('month');
  return Array.from({ length: months }, (_, back) => {
    const first = thisMonth.minus({ months: back });
    return {
      month: first.toFormat('yyyy-MM'),
      url: url
        .replaceAll('{month}', first.toFormat('yyyy-MM'))
        .replaceAll('{first}', first.toFormat('yyyyMMdd'))
        .replaceAll('{last}', first.endOf('month').toFormat('yyyyMMdd')),
    };
  });
}
