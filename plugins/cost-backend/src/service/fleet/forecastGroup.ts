import {
  type CostForecast,
  forecastMonth,
  type ForecastMonthOptions,
  formatAmount,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import type { ServiceDigest } from '../../derive/ServiceDigest';

/**
 * Where the month of services together is expected to end: of the sum of their
 * days, as on their group's page, and not the sum of forecasts, which those of
 * few days do not have. The interval is theirs added up, where each has one: a
 * list does not read the year that the page's is made of. Groups are said to be
 * less sure than they are.
 *
 * @param options.digests - of all services
 */
export function forecastGroup(
  options: ForecastMonthOptions & { digests: readonly ServiceDigest[] },
): CostForecast | undefined {
  const { digests } = options;
  const forecast = forecastMonth(options);
  const own = digests.flatMap(digest => digest.forecast ?? []);
  if (!forecast || parseAmount(forecast.high) === 0n) {
    return undefined;
  }
  if (own.length < digests.length) {
    return forecast;
  }
  const expected = parseAmount(forecast.expected);
  const off = (end: 'low' | 'high') =>
    own.reduce(
      (sum, one) => sum + parseAmount(one[end]) - parseAmount(one.expected),
      0n,
    );
  return {
    ...forecast,
    low: formatAmount(expected + off('low')),
    high: formatAmount(expected + off('high')),
  };
}
