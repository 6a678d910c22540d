import { openDuration, shortDuration } from '@plimsoll/promql';
import { BASE_RANGE_SECONDS } from './baseSeries';

/** Up to here stretches are laid end to end that end now. */
const LONGEST_LAID_SECONDS = 3_600;

/**
 * How many units a base series counts in a window that ends now.
 *
 * Its samples are rates over five minutes, so their mean lags behind by half of
 * that. For windows that call people the stretches of five minutes are laid end
 * to end instead, the newest ending now. In longer windows they stand on whole
 * multiples of five minutes; those cost one look-up each, and are at most one
 * stretch late. Neither depends on how often rules are evaluated, and where
 * samples are missing both count what is there.
 *
 * @param options.series - selector of a base series
 * @param options.windowSeconds - rounded up to whole stretches
 */
export function unitsIn(options: {
  series: string;
  windowSeconds: number;
}): string {
  const { series } = options;
  const stretchCount = Math.ceil(options.windowSeconds / BASE_RANGE_SECONDS);
  const windowSeconds = stretchCount * BASE_RANGE_SECONDS;
  if (windowSeconds > LONGEST_LAID_SECONDS) {
    const range = openDuration(windowSeconds);
    const step = shortDuration(BASE_RANGE_SECONDS);
    return `${BASE_RANGE_SECONDS} * sum_over_time(${series}[${range}:${step}])`;
  }
  const older = Array.from({ length: stretchCount - 1 }, (_, index) => {
    const ago = shortDuration((index + 1) * BASE_RANGE_SECONDS);
    return `(${series} offset ${ago} or 0 * ${series})`;
  });
  const stretches = [series, ...older].join('\n  + ');
  return older.length
    ? `${BASE_RANGE_SECONDS} * (\n  ${stretches}\n)`
    : `${BASE_RANGE_SECONDS} * ${series}`;
}
