import {
  evaluationInstant,
  type Fault,
  type LedgerRange,
  type RequiredRanges,
  requiredRanges,
  type SourceHealth,
} from '@plimsoll/plugin-slo-common';
import type { Exclusions } from '../corrections/Exclusions';
import type { MarkedSum } from '../ledger/ledgerSums';
import { carryFigures, mayCarry } from './carryFigures';
import type { ClaimedObjective } from './ClaimedObjective';
import {
  type DailyFigures,
  type EvaluationDay,
  evaluationDay,
} from './DailyFigures';
import type { StoredStatus } from './StatusStore';
import { partsAround, type WindowParts, windowParts } from './windowParts';

/** What an evaluation knows of an objective besides its ledger. */
export interface StatusInput {
  /** With the bounds of what was measured, this evaluation included. */
  objective: ClaimedObjective;
  source: SourceHealth;
  /** What was wrong with the query when it was read. */
  queryFaults: Fault[];
  /** Start of the oldest cell that this evaluation changed, Unix seconds. */
  oldestChange?: number;
  /** Milliseconds that the source took. */
  readDurationMs?: number;
  nonFinite?: boolean;
}

/** A status before its sums are known. */
export interface StatusDraft extends StatusInput {
  /** The instant that it speaks for, Unix seconds. */
  at: number;
  ranges: RequiredRanges;
  parts: WindowParts | undefined;
  day: EvaluationDay;
  /** What was kept of this day. */
  kept?: DailyFigures;
  /** What corrections take out; absent: nothing. */
  exclusions?: Exclusions;
  /** Sum of the middle of the window, where it was kept. */
  middle?: MarkedSum;
}

/**
 * Prepares a status: the instant that it speaks for, the stretches of the
 * ledger that it needs, and what is known of them.
 *
 * @param options.now - Unix seconds
 */
export function draftStatus(options: {
  input: StatusInput;
  previous: StoredStatus | undefined;
  exclusions: Exclusions | undefined;
  now: number;
}): StatusDraft {
  const { input, previous, exclusions, now } = options;
  const { definition, measuredUpTo } = input.objective;
  const { window } = definition;
  const at = evaluationInstant({ now, source: input.source, measuredUpTo });
  const ranges = requiredRanges({ definition, at });
  const parts = windowParts({ window, range: ranges.window, at });
  const day = evaluationDay({
    definition,
    at,
    excluded: exclusions?.excluded,
  });
  const kept = keptFigures({ input, previous, day, ranges, parts, at });
  const middle = parts && kept?.middle;
  return {
    ...input,
    at,
    day,
    ranges,
    parts: middle ? partsAround(middle, ranges.window) : parts,
    kept,
    exclusions,
    middle,
  };
}

/** The ranges in a fixed order; only those whose sums are not known yet. */
export function rangesOf(draft: StatusDraft): LedgerRange[] {
  const { ranges, parts, kept, middle } = draft;
  return [
    ...(parts
      ? [parts.before, ...(middle ? [] : [parts.middle]), parts.after]
      : [ranges.window]),
    ...Object.values(ranges.burn),
    ...(kept ? [] : ranges.days),
    // yesterday, in which samples may still come in
    ...(kept?.isCarried ? ranges.days.slice(-1) : []),
  ];
}

/** What was kept of this day, or can be made of what was kept of the last. */
function keptFigures(options: {
  input: StatusInput;
  previous: StoredStatus | undefined;
  day: EvaluationDay;
  ranges: RequiredRanges;
  parts: WindowParts | undefined;
  at: number;
}): DailyFigures | undefined {
  const { input, previous, day, ranges, parts, at } = options;
  const { oldestChange = Infinity, objective } = input;
  const daily = previous?.daily;
  if (!daily) {
    return undefined;
  }
  if (daily.key === day.key && !daily.isCarried) {
    return oldestChange < day.start ? undefined : daily;
  }
  const newest = ranges.days.at(-1);
  const isUntouched = newest !== undefined && oldestChange >= newest.from;
  if (!isUntouched || !mayCarry({ objectiveId: objective.id, day, at })) {
    return undefined;
  }
  return daily.key === day.key
    ? daily
    : carryFigures({
        daily,
        day,
        ranges: ranges.days,
        parts,
        lastPoint: previous.payload.trend.at(-1),
      });
}
