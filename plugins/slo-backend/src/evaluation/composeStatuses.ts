import {
  composeStatus,
  evaluationInstant,
  type Fault,
  type LedgerRange,
  type LedgerSum,
  type RequiredRanges,
  requiredRanges,
  type SourceHealth,
  sumRanges,
  trend,
  trendLedgerRange,
  trendPoint,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { ledgerDays } from '../ledger/ledgerDays';
import { ledgerSums, type MarkedSum } from '../ledger/ledgerSums';
import type { ClaimedObjective } from './ClaimedObjective';
import {
  type DailyFigures,
  type EvaluationDay,
  evaluationDay,
} from './DailyFigures';
import type { StatusPayload } from './StatusPayload';
import type { StoredStatus } from './StatusStore';

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

/** A status, and what of it may be kept until tomorrow. */
export interface ComposedStatus {
  /** The instant that it speaks for, Unix seconds. */
  at: number;
  payload: StatusPayload;
  daily?: DailyFigures;
}

interface Draft extends StatusInput {
  at: number;
  ranges: RequiredRanges;
  day: EvaluationDay;
  /** What was kept of this day. */
  kept?: DailyFigures;
}

/**
 * Judges objectives from their ledgers: one statement for all sums, one more
 * for the lines of those whose day is new. While a source is down the instant
 * is the end of what was measured, so that the last good values stay.
 *
 * @param options.now - Unix seconds
 */
export async function composeStatuses(options: {
  client: Knex;
  inputs: StatusInput[];
  previous: Map<number, StoredStatus>;
  now: number;
}): Promise<Map<number, ComposedStatus>> {
  const { client, inputs, previous, now } = options;
  const drafts = inputs.map(input =>
    draftOf(input, previous.get(input.objective.id)?.daily, now),
  );
  const sums = await ledgerSums({
    client,
    requests: drafts.map(draft => ({
      objectiveId: draft.objective.id,
      ranges: flatRanges(draft),
    })),
  });
  const lines = await ledgerDays({
    client,
    ranges: new Map(
      drafts
        .filter(({ kept }) => !kept)
        .map(({ objective, at }) => [
          objective.id,
          trendLedgerRange({ window: objective.definition.window, at }),
        ]),
    ),
  });
  return new Map(
    drafts.map(draft => {
      const { id } = draft.objective;
      return [
        id,
        compose(draft, sums.get(id) ?? [], current =>
          trend({
            definition: draft.objective.definition,
            at: draft.at,
            current,
            buckets: lines.get(id) ?? [],
          }),
        ),
      ];
    }),
  );
}

function draftOf(
  input: StatusInput,
  daily: DailyFigures | undefined,
  now: number,
): Draft {
  const { definition, measuredUpTo } = input.objective;
  const at = evaluationInstant({ now, source: input.source, measuredUpTo });
  const day = evaluationDay({ definition, at });
  const touched = (input.oldestChange ?? Infinity) < day.start;
  return {
    ...input,
    at,
    day,
    ranges: requiredRanges({ definition, at }),
    kept: daily?.key === day.key && !touched ? daily : undefined,
  };
}

/** The ranges in a fixed order; days only where they are not known yet. */
function flatRanges({ ranges, kept }: Draft): LedgerRange[] {
  return [
    ranges.window,
    ...Object.values(ranges.burn),
    ...(kept ? [] : ranges.days),
  ];
}

function compose(
  draft: Draft,
  sums: MarkedSum[],
  trendOf: (
    current: Pick<StatusPayload, 'budget' | 'projected'>,
  ) => Array<number | null>,
): ComposedStatus {
  const { objective, at, source, queryFaults, ranges, kept, day } = draft;
  const { definition, measuredFrom, measuredUpTo } = objective;
  const byRange = new Map<LedgerRange, MarkedSum>(
    flatRanges(draft).map((range, index) => [range, sums[index]]),
  );
  const days = kept?.days ?? ranges.days.map(range => sumOf(byRange, range));
  const evaluated = composeStatus({
    definition,
    at,
    source,
    faults: [...objective.faults, ...queryFaults],
    measuredFrom,
    measuredUpTo,
    inconsistent: byRange.get(ranges.window)?.inconsistent,
    sums: {
      ...sumRanges({ ...ranges, days: [] }, range => sumOf(byRange, range)),
      days,
    },
  });
  const line = kept
    ? [...kept.trend, trendPoint(evaluated)]
    : trendOf(evaluated);
  const daily = kept ?? { key: day.key, days, trend: line.slice(0, -1) };
  return {
    at,
    payload: {
      ...evaluated,
      trend: line,
      faults: queryFaults,
      measuredFrom,
      readDurationMs: draft.readDurationMs,
      nonFinite: draft.nonFinite || undefined,
    },
    daily: day.settled ? daily : undefined,
  };
}

function sumOf(
  sums: Map<LedgerRange, MarkedSum>,
  range: LedgerRange,
): LedgerSum {
  return sums.get(range) ?? { ...range, bad: 0, total: 0, coveredSeconds: 0 };
}
