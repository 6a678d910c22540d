import { errorBudget } from '../budget/errorBudget';
import { sliOf } from '../budget/sliOf';
import { burningPair } from '../burnRate/burningPair';
import { burnPairs } from '../burnRate/burnPairs';
import { burnRates } from '../burnRate/burnRates';
import { minBadUnits } from '../burnRate/minBadUnits';
import { expectedVolume } from '../calendar/expectedVolume';
import { projectBudget } from '../calendar/projectBudget';
import {
  type AppliedCorrections,
  composeCorrections,
} from '../corrections/composeCorrections';
import { unionRanges } from '../corrections/unionRanges';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sliceSecondsOf } from '../objective/Budgeting';
import type {
  Fault,
  ObjectiveDefinition,
} from '../objective/ObjectiveDefinition';
import type { ObjectiveStatus } from '../status/ObjectiveStatus';
import { isoInstant } from '../window/isoInstant';
import { resolveWindow } from '../window/resolveWindow';
import { windowSeconds } from '../window/windowSeconds';
import { expectedTotal } from './expectedTotal';
import { forecastStatus } from './forecastStatus';
import { judgeObjective } from './judgeObjective';
import type { RequiredSums } from './requiredRanges';
import type { SourceHealth } from './SourceHealth';

/** @public */
export interface ComposeStatusOptions {
  definition: Pick<
    ObjectiveDefinition,
    'target' | 'unit' | 'window' | 'source'
  > &
    Partial<Pick<ObjectiveDefinition, 'budgeting'>>;
  /** Unix seconds; the same as `requiredRanges` was asked with. */
  at: number;
  /** Without what corrections exclude. */
  sums: RequiredSums;
  /** Corrections that hold for this objective, if there are any. */
  corrections?: AppliedCorrections;
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
  | 'corrections'
  | 'inconsistent'
  | 'windowFrom'
  | 'windowTo'
  | 'dataUpTo'
>;

/** Sums of fractions may differ by so much and mean the same. */
const ROUNDING = 1e-9;

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
 * whole window, which lies ahead for a calendar one; `coverage` is the share of
 * the elapsed part.
 *
 * @throws InputError when a calendar window's start or zone cannot be read
 * @public
 */
export function composeStatus(options: ComposeStatusOptions): EvaluatedStatus {
  const { definition, at, sums, measuredFrom, measuredUpTo } = options;
  const { target } = definition;
  const sum = sums.window;
  const measured = sum.coveredSeconds > 0;
  const nominal = windowSeconds(definition.window.duration);
  const window = resolveWindow({ window: definition.window, at });
  const restWithout = (excluded: readonly LedgerRange[]) =>
    definition.window.kind === 'calendar'
      ? expectedVolume({
          at,
          to: window.fullTo,
          timeZone: definition.window.timeZone,
          days: sums.days,
          soFar: sum,
          excluded,
        })
      : undefined;
  const rest = restWithout(unionRanges(options.corrections?.intervals ?? []));
  const corrections = composeCorrections({
    target,
    window,
    applied: options.corrections,
    rawRest: options.corrections && restWithout([]),
  });
  const excludedSeconds = corrections?.excludedSeconds ?? 0;
  const expected = expectedTotal({
    window,
    sum,
    rest,
    measuredFrom,
    excludedSeconds,
  });
  const burning = burningPair({
    pairs: burnPairs({
      windowSeconds: nominal,
      target,
      sliceSeconds: sliceSecondsOf(definition.budgeting),
    }),
    target,
    unit: definition.unit,
    minBad: minBadUnits(definition),
    sums: sums.burn,
  });
  const judgement = judgeObjective({
    at,
    target,
    sourceName: definition.source,
    source: options.source,
    faults: options.faults ?? [],
    window,
    sum,
    expectedTotal: expected,
    partialUnits: definition.budgeting?.method === 'ratio-timeslices',
    burning,
    measuredFrom,
    measuredUpTo,
    excludedSeconds,
  });
  return {
    ...judgement,
    sli: measured ? sliOf(sum) : undefined,
    budget: measured ? errorBudget({ target, ...sum }) : {},
    projected:
      measured && rest
        ? projectBudget({ target, soFar: sum, rest })
        : undefined,
    burnRates: burnRates({ target, sums: sums.burn }),
    forecast: forecastStatus({
      at,
      target,
      windowSeconds: nominal,
      sums,
      expectedTotal: expected,
      rest,
      burning,
      state: judgement.state,
    }),
    coverage: measured
      ? Math.min(
          1,
          sum.coveredSeconds / (window.to - window.from - excludedSeconds),
        )
      : 0,
    ...(corrections && { corrections }),
    inconsistent:
      options.inconsistent === true ||
      sum.bad < 0 ||
      sum.bad > sum.total * (1 + ROUNDING),
    windowFrom: isoInstant(window.from),
    windowTo: isoInstant(window.fullTo),
    dataUpTo: measuredUpTo === undefined ? undefined : isoInstant(measuredUpTo),
  };
}
