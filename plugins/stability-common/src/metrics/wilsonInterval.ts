import type { MetricInterval } from './MetricFigure';

/** Normal quantile of a two-sided interval of 95 %. */
const Z = 1.959963984540054;

/**
 * Where the true share lies, with a confidence of 95 %: the score interval of
 * Wilson (1927), which stays within 0..1 and says something when nothing, or
 * everything, failed.
 *
 * @param options.events - how many failed, 0 up to `sampleSize`
 * @param options.sampleSize - out of how many, 1 or more
 * @public
 */
export function wilsonInterval(options: {
  events: number;
  sampleSize: number;
}): MetricInterval {
  const { events, sampleSize: n } = options;
  const share = events / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const half =
    (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return {
    low: events === 0 ? 0 : Math.max(0, centre - half),
    high: events === n ? 1 : Math.min(1, centre + half),
    level: 0.95,
    method: 'wilson',
  };
}
