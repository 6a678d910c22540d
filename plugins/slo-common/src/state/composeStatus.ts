import { errorBudget } from '../budget/errorBudget';
import { sliOf } from '../budget/sliOf';
import { burningPair } from '../burnRate/burningPair';
import { burnPairs, type BurnPair } from '../burnRate/burnPairs';
import { burnRate } from '../burnRate/burnRate';
import {
  expectedVolume,
  type ExpectedVolume,
} from '../calendar/expectedVolume';
import { projectBudget } from '../calendar/projectBudget';
import { forecast } from '../forecast/forecast';
import type {
  Fault,
  ObjectiveDefinition,
} from '../objective/ObjectiveDefinition';
import {
  BURN_WINDOWS,
  type BurnRates,
  type BurnWindow,
} from '../status/BurnRates';
import type { Forecast, ObjectiveStatus } from '../status/ObjectiveStatus';
import { isoInstant } from '../window/isoInstant';
import { resolveWindow, type ResolvedWindow } from '../window/resolveWindow';
import { windowSeconds } from '../window/windowSeconds';
import { expectedTotal } from './expectedTotal';
import { judgeObjective } from './judgeObjective';
import type { RequiredSums } from './requiredRanges';
import type { SourceHealth } from './SourceHealth';

/** @public */
export interface ComposeStatusOptions {
  definition: Pick<
    ObjectiveDefinition,
    'target' | 'unit' | 'window' | 'source'
  >;
  /** Unix seconds; the same as `requiredRanges` was asked with. */
  at: number;
  sums: RequiredSums;
  source: SourceHealth;
  faults?: readonly Fault[];
  /** good > total was seen in this window by the source. */
  inconsistent?: boolean;
  /** Start of the first bucket that was ever measured, Unix seconds. */
  measuredFrom?: number;
  /** End of the newest bucket that was measured, Unix seconds. */
  measuredUpTo?: number;
}

/** The part of {@link ObjectiveStatus} that is arithmetic. @public */
export type EvaluatedStatus = Pick<
  ObjectiveStatus,
  | 'sli'
  | 'state'
  | 'reason'
  | 'budget'
  | 'projected'
  | 'burnRates'
  | 'forecast'
  | 'coverage'
  | 'inconsistent'
  | 'windowFrom'
  | 'windowTo'
  | 'dataUpTo'
>;

/** Sums of fractions may differ by so much and mean the same. */
const ROUNDING = 1e-9;

function burnRatesOf(target: number, burn: RequiredSums['burn']): BurnRates {
  const rates: BurnRates = {};
  for (const window of BURN_WINDOWS) {
    const rate = burnRate({ target, ...burn[window] });
    if (rate !== undefined) {
      rates[window] = rate;
    }
  }
  return rates;
}

function forecastOf(options: {
  status: ComposeStatusOptions;
  expected: number;
  burning?: BurnPair;
  rest?: ExpectedVolume;
}): Forecast {
  const { status, expected, burning, rest } = options;
  const { definition, at, sums } = status;
  const { target, window } = definition;
  const long: BurnWindow = burning?.long ?? '3d';
  const sum = sums.burn[long];
  // Measured silence spends nothing; what was not measured is not known.
  const rate =
    burnRate({ target, ...sum }) ?? (sum.coveredSeconds > 0 ? 0 : undefined);
  const budget = errorBudget({
    target,
    bad: sums.window.bad,
    total: expected,
  });
  if (window.kind === 'calendar' && !rest) {
    return { kind: 'unknown' };
  }
  return forecast({
    at,
    remaining: sums.window.coveredSeconds > 0 ? budget.remaining : undefined,
    burnRate: rate,
    window: long,
    horizon: rest
      ? { kind: 'calendar', expectedTotal: expected, rest }
      : { kind: 'rolling', windowSeconds: windowSeconds(window.duration) },
  });
}

function restOf(
  options: ComposeStatusOptions,
  resolved: ResolvedWindow,
): ExpectedVolume | undefined {
  const { window } = options.definition;
  return window.kind === 'calendar'
    ? expectedVolume({
        at: resolved.to,
        to: resolved.fullTo,
        timeZone: window.timeZone,
        days: options.sums.days,
        soFar: options.sums.window,
      })
    : undefined;
}

/**
 * Everything that arithmetic says about an objective, from sums of the ledger.
 *
 * ```ts
 * const at = evaluationInstant({ now, source, measuredUpTo });
 * const ranges = requiredRanges({ definition, at });
 * const sums = sumRanges(ranges, range => sumBuckets({ buckets, ...range }));
 * const evaluated = composeStatus({ definition, at, sums, source, ... });
 * ```
 *
 * Numbers are absent where nothing was measured. `windowTo` is the end of the
 * whole window, which lies ahead for a calendar one.
 *
 * @public
 */
export function composeStatus(options: ComposeStatusOptions): EvaluatedStatus {
  const { definition, at, sums, source, measuredFrom, measuredUpTo } = options;
  const { target, unit } = definition;
  const window = resolveWindow({ window: definition.window, at });
  const sum = sums.window;
  const measured = sum.coveredSeconds > 0;
  const rest = restOf(options, window);
  const expected = expectedTotal({ window, sum, rest, measuredFrom });
  const burning = burningPair({
    pairs: burnPairs({
      windowSeconds: windowSeconds(definition.window.duration),
      target,
    }),
    target,
    unit,
    sums: sums.burn,
  });
  const { state, reason } = judgeObjective({
    at,
    target,
    sourceName: definition.source,
    source,
    faults: options.faults ?? [],
    window,
    sum,
    expectedTotal: expected,
    burning,
    measuredFrom,
    measuredUpTo,
  });
  return {
    sli: measured ? sliOf(sum) : undefined,
    state,
    reason,
    budget: measured ? errorBudget({ target, ...sum }) : {},
    projected:
      rest && measured
        ? projectBudget({ target, soFar: sum, rest })
        : undefined,
    burnRates: burnRatesOf(target, sums.burn),
    forecast: forecastOf({ status: options, expected, burning, rest }),
    coverage: measured
      ? Math.min(1, sum.coveredSeconds / (window.to - window.from))
      : 0,
    inconsistent:
      (options.inconsistent ?? false) ||
      sum.bad < 0 ||
      sum.bad > sum.total * (1 + ROUNDING),
    windowFrom: isoInstant(window.from),
    windowTo: isoInstant(window.fullTo),
    dataUpTo: measuredUpTo === undefined ? undefined : isoInstant(measuredUpTo),
  };
}
