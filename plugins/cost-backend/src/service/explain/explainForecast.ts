import type { CostForecast } from '@plimsoll/plugin-cost-common';
import type { Explained } from './Explained';

/** What a month is expected to cost. */
export function explainForecast(
  forecast: CostForecast | undefined,
): Explained | undefined {
  return (
    forecast && {
      value: forecast.expected,
      formula:
        'cost of the complete days + for each other day the median of its weekday in 28 days, and monthly fees on the first',
      inputs: [
        { name: 'month', value: forecast.month },
        { name: 'low', value: forecast.low },
        { name: 'high', value: forecast.high },
        { name: 'confidence', value: String(forecast.confidence) },
        { name: 'days', value: String(forecast.days) },
      ],
      definition:
        'Expected cost of the whole month. The interval is what the same forecast missed by when it is tried on past days.',
    }
  );
}
