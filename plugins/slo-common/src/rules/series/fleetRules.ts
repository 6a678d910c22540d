import {
  BURN_WINDOWS,
  BURN_WINDOW_SECONDS,
  type BurnWindow,
} from '../../status/BurnRates';
import type { RecordingRule, RuleGroup } from '../Rule';
import { BAD_SERIES, TARGET_SERIES, TOTAL_SERIES } from './objectiveRules';
import { unitsIn } from './unitsIn';

/** What objectives are told apart by. */
export const JOIN = 'on (slo, objective)';

/** Windows that are the long one of a pair; those ask for a number of units. */
const LONG_WINDOWS: BurnWindow[] = ['1h', '6h', '1d', '3d'];

/** The recorded burn rate of a window. */
export function burnRateSeries(window: BurnWindow): string {
  return `slo:burn_rate:${window}`;
}

/** The recorded number of bad units in a window. */
export function badUnitsSeries(window: BurnWindow): string {
  return `slo:bad_events:${window}`;
}

/**
 * How fast the budget burns over a window: the text of a burn rate.
 *
 * @param options.matchers - `{slo="..."}`, or empty for all objectives
 */
export function burnRateExpression(options: {
  windowSeconds: number;
  matchers: string;
}): string {
  const { windowSeconds, matchers } = options;
  const bad = unitsIn({ series: `${BAD_SERIES}${matchers}`, windowSeconds });
  const total = unitsIn({
    series: `${TOTAL_SERIES}${matchers}`,
    windowSeconds,
  });
  return [
    `(${bad})`,
    `/ ${JOIN} (${total} > 0)`,
    `/ ${JOIN} (1 - ${TARGET_SERIES}${matchers})`,
  ].join('\n');
}

/**
 * The rules that are the same for all objectives and for every installation:
 * burn rates and bad units of the whole fleet, window by window.
 */
export function fleetRules(): RuleGroup[] {
  const rules = BURN_WINDOWS.flatMap((window): RecordingRule[] => {
    const windowSeconds = BURN_WINDOW_SECONDS[window];
    const rate = {
      record: burnRateSeries(window),
      expr: burnRateExpression({ windowSeconds, matchers: '' }),
    };
    const units = unitsIn({ series: BAD_SERIES, windowSeconds });
    return LONG_WINDOWS.includes(window)
      ? [
          rate,
          // Sums of fractions fall a hair short of the number they mean.
          { record: badUnitsSeries(window), expr: `round(${units}, 0.001)` },
        ]
      : [rate];
  });
  return [{ name: 'plimsoll-slo-burn-rates', rules }];
}
