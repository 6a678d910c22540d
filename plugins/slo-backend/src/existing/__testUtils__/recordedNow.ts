import {
  gauge,
  type SampledSeries,
} from '../../prometheus/__fixtures__/SampledSeries';

const MINUTE = 60;
const HOUR = 3_600;

/**
 * Series as rules of Sloth and Pyrra have recorded them for three hours, and
 * go on to for another: one percent of everything fails.
 *
 * @param now - Unix seconds
 */
export function recordedNow(now: number): SampledSeries[] {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const series = (
    metric: string,
    labels: Record<string, string>,
    value: number,
  ) =>
    gauge({
      metric,
      labels,
      from: minute - 3 * HOUR,
      to: minute + HOUR,
      scrapeSeconds: MINUTE,
      valueAt: () => value,
    });
  const sloth = (service: string) => {
    const labels = {
      sloth_id: `${service}-errors`,
      sloth_service: service,
      sloth_slo: 'errors',
    };
    return [
      series(
        'slo:sli_error:ratio_rate5m',
        { ...labels, sloth_window: '5m' },
        0.01,
      ),
      series('slo:objective:ratio', labels, 0.98),
      series('slo:time_period:days', labels, 2 / 24),
      series('sloth_slo_info', { ...labels, sloth_version: 'v0.16.0' }, 1),
    ];
  };
  const pyrra = { slo: 'cart-requests', service: 'cart' };
  return [
    ...sloth('cart'),
    ...sloth('ghost'),
    series('pyrra_objective', pyrra, 0.95),
    series('pyrra_window', pyrra, 2 * HOUR),
    series('pyrra_requests:rate5m', pyrra, 20),
    series('pyrra_errors:rate5m', pyrra, 0.2),
  ];
}
