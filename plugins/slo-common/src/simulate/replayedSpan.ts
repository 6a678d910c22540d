import { minBadUnits } from '../burnRate/minBadUnits';
import { excludedSeconds } from '../corrections/remainingRanges';
import { withoutExcluded } from '../corrections/withoutExcluded';
import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import type { ComposeStatusOptions } from '../state/composeStatus';
import { requiredRanges, sumRanges } from '../state/requiredRanges';
import { replayInstants } from './replayInstants';
import { COARSE_SECONDS, fineFrom } from './replayStretches';
import { RunningSums } from './RunningSums';
import { windowTrack, type WindowState } from './windowTrack';

/** @see replayedSpan */
export interface ReplayedSpanOptions extends LedgerRange {
  definition: Pick<ObjectiveDefinition, 'unit' | 'window'> &
    Partial<Pick<ObjectiveDefinition, 'budgeting'>>;
  buckets: readonly Bucket[];
  measuredFrom?: number;
  excluded?: readonly LedgerRange[];
}

/** All of a span that is the same for every target. Unix seconds. */
export interface ReplayedSpan extends LedgerRange {
  definition: ReplayedSpanOptions['definition'];
  /** Without what corrections take out. */
  sums: RunningSums;
  /** Where buckets of five minutes begin; absent: there are no others. */
  fineFrom?: number;
  instants: readonly number[];
  track: readonly WindowState[];
  /** Bad units that the long window of a pair needs, see `minBadUnits`. */
  minBad: number;
  /** A unit may be bad in part, so that also less than one may be allowed. */
  partialUnits: boolean;
  /** Mean rate of all units. */
  unitsPerSecond: number;
  /** Share of the span that was measured, 0..1. */
  coverage: number;
  /** The same of the window that ends with the span. */
  windowCoverage: number;
  /** What the status at the end of the span is composed of. */
  status: Omit<ComposeStatusOptions, 'definition'>;
}

/** Prepares a span once, in steps, however many targets are tried on it. */
export function* replayedSpan(
  options: ReplayedSpanOptions,
): Generator<undefined, ReplayedSpan, void> {
  const { definition, to, excluded = [] } = options;
  const measured = options.buckets.filter(one => one.coveredSeconds > 0);
  const { measuredFrom = measured[0]?.start } = options;
  const from = spanStart({ ...options, measuredFrom });
  const sums = RunningSums.create(
    withoutExcluded({ buckets: measured, excluded }),
  );
  yield;
  const instants = replayInstants({ from, to });
  const { total, coveredSeconds } = sums.sum({ from, to });
  const ranges = requiredRanges({ definition, at: to });
  const required = sumRanges(ranges, range => sums.sum(range));
  const newest = measured[measured.length - 1];
  const rawSums = RunningSums.create(measured);
  yield;
  const track = yield* windowTrack({
    window: definition.window,
    from,
    to,
    sums,
    instants,
    measuredFrom,
    excluded,
  });
  return {
    definition,
    from,
    to,
    sums,
    fineFrom: fineFrom(measured),
    instants,
    track,
    minBad: minBadUnits(definition),
    partialUnits: definition.budgeting?.method === 'ratio-timeslices',
    unitsPerSecond: coveredSeconds > 0 ? total / coveredSeconds : 0,
    coverage: shareOf(coveredSeconds, { from, to, excluded }),
    windowCoverage: shareOf(required.window.coveredSeconds, {
      ...ranges.window,
      excluded,
    }),
    status: {
      at: to,
      sums: required,
      corrections: {
        intervals: excluded,
        rawWindow: rawSums.sum(ranges.window),
      },
      source: { kind: 'up' },
      measuredFrom,
      measuredUpTo: newest && Math.min(to, newest.start + newest.seconds),
    },
  };
}

/** Nothing is said of the time before the first measurement. */
function spanStart(options: {
  from: number;
  to: number;
  measuredFrom?: number;
}): number {
  const { from, to, measuredFrom = to } = options;
  const start = Math.ceil(Math.max(from, measuredFrom) / COARSE_SECONDS);
  return Math.min(to, start * COARSE_SECONDS);
}

function shareOf(
  seconds: number,
  range: LedgerRange & { excluded: readonly LedgerRange[] },
): number {
  const length = range.to - range.from - excludedSeconds(range);
  return length > 0 ? Math.min(1, seconds / length) : 0;
}
