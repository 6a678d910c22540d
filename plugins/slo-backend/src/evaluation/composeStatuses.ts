import {
  type Bucket,
  composeStatus,
  type LedgerRange,
  type LedgerSum,
  sumRanges,
  trend,
  trendLedgerRange,
  trendPoint,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import {
  type CorrectedSumRequest,
  correctedSums,
} from '../corrections/correctedSums';
import { loadExclusions } from '../corrections/loadExclusions';
import { briefPace } from '../database/briefPace';
import { ledgerDays } from '../ledger/ledgerDays';
import { loadPages } from '../ledger/ledgerPages';
import { ledgerSums, type MarkedSum } from '../ledger/ledgerSums';
import type { DailyFigures } from './DailyFigures';
import {
  draftStatus,
  rangesOf,
  type StatusDraft,
  type StatusInput,
} from './StatusDraft';
import type { StatusPayload } from './StatusPayload';
import type { StoredStatus } from './StatusStore';
import { joinSums } from './windowParts';

/** A status, and what of it may be kept until tomorrow. */
export interface ComposedStatus {
  /** The instant that it speaks for, Unix seconds. */
  at: number;
  payload: StatusPayload;
  daily?: DailyFigures;
}

/**
 * Judges objectives from their ledgers, without what corrections exclude: one
 * statement for these, one for all sums, one more for the lines of those whose
 * day is new. While a source is down the instant
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
  const exclusions = await loadExclusions({
    client,
    objectives: inputs.map(({ objective: { id, definition } }) => ({
      id,
      definition,
    })),
    now,
  });
  const pace = briefPace();
  const drafts: StatusDraft[] = [];
  for (const input of inputs) {
    const { id } = input.objective;
    drafts.push(
      draftStatus({
        input,
        previous: previous.get(id),
        exclusions: exclusions.get(id),
        now,
      }),
    );
    await pace.rest();
  }
  const sums = await correctedSums({
    client,
    requests: drafts.map(
      (draft): CorrectedSumRequest => ({
        objectiveId: draft.objective.id,
        ranges: rangesOf(draft),
        excluded: draft.exclusions?.excluded,
      }),
    ),
  });
  const lines = await linesOf(client, drafts);
  const raw = await rawWindows(client, drafts);
  const statuses = new Map<number, ComposedStatus>();
  for (const draft of drafts) {
    const { id } = draft.objective;
    const status = compose(draft, sums.get(id) ?? [], raw.get(id), current =>
      trend({
        definition: draft.objective.definition,
        at: draft.at,
        current,
        buckets: lines.get(id) ?? [],
        excluded: draft.exclusions?.excluded,
      }),
    );
    statuses.set(id, status);
    await pace.rest();
  }
  return statuses;
}

/**
 * What the lines of those whose day is new are drawn from: days, and finer
 * cells where corrections cut these.
 */
async function linesOf(
  client: Knex,
  drafts: StatusDraft[],
): Promise<Map<number, Bucket[]>> {
  const drawn = drafts.filter(({ kept }) => !kept);
  const rangeOf = ({ objective, at }: StatusDraft) =>
    trendLedgerRange({ window: objective.definition.window, at });
  const lines = await ledgerDays({
    client,
    ranges: new Map(
      drawn
        .filter(({ exclusions }) => !exclusions)
        .map(draft => [draft.objective.id, rangeOf(draft)]),
    ),
  });
  for (const draft of drawn.filter(({ exclusions }) => exclusions)) {
    const { id } = draft.objective;
    const range = rangeOf(draft);
    const pages = await loadPages({ client, objectiveIds: [id], ...range });
    lines.set(
      id,
      (pages.get(id) ?? []).flatMap(page => page.buckets(range)),
    );
  }
  return lines;
}

/** The windows of corrected objectives as they were measured. */
async function rawWindows(
  client: Knex,
  drafts: StatusDraft[],
): Promise<Map<number, MarkedSum>> {
  const sums = await ledgerSums({
    client,
    requests: drafts
      .filter(({ exclusions }) => exclusions)
      .map(({ objective, ranges }) => ({
        objectiveId: objective.id,
        ranges: [ranges.window],
      })),
  });
  return new Map([...sums].map(([id, [sum]]) => [id, sum]));
}

function compose(
  draft: StatusDraft,
  sums: MarkedSum[],
  rawWindow: MarkedSum | undefined,
  trendOf: (
    current: Pick<StatusPayload, 'budget' | 'projected'>,
  ) => Array<number | null>,
): ComposedStatus {
  const { objective, at, source, queryFaults, ranges, parts, kept, day } =
    draft;
  const { definition, measuredFrom, measuredUpTo } = objective;
  const { exclusions } = draft;
  const byRange = new Map<LedgerRange, MarkedSum>(
    rangesOf(draft).map((range, index) => [range, sums[index]]),
  );
  const days = daysOf(draft, byRange);
  const middle = parts && (draft.middle ?? sumOf(byRange, parts.middle));
  const window =
    parts && middle
      ? joinSums([
          sumOf(byRange, parts.before),
          middle,
          sumOf(byRange, parts.after),
        ])
      : sumOf(byRange, ranges.window);
  const evaluated = composeStatus({
    definition,
    at,
    source,
    faults: [...objective.faults, ...queryFaults],
    measuredFrom,
    measuredUpTo,
    inconsistent: window.inconsistent,
    corrections: exclusions &&
      rawWindow && { intervals: exclusions.intervals, rawWindow },
    sums: {
      ...sumRanges({ ...ranges, days: [] }, range =>
        range === ranges.window ? window : sumOf(byRange, range),
      ),
      days,
    },
  });
  const line = kept
    ? [...kept.trend, trendPoint(evaluated)]
    : trendOf(evaluated);
  const { key, basis, starts } = day;
  const isCarried = kept?.isCarried || undefined;
  const daily =
    kept && !isCarried && kept.middle === middle
      ? kept
      : {
          key,
          basis,
          starts,
          days,
          trend: line.slice(0, -1),
          middle,
          isCarried,
        };
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
    daily: day.settled || isCarried ? daily : undefined,
  };
}

/** The sums of the reference days; of carried ones the newest is summed anew. */
function daysOf(
  { ranges, kept }: StatusDraft,
  sums: Map<LedgerRange, MarkedSum>,
): LedgerSum[] {
  if (kept && !kept.isCarried) {
    return kept.days;
  }
  const known = kept?.days.slice(0, -1) ?? [];
  return [
    ...known,
    ...ranges.days.slice(known.length).map(range => sumOf(sums, range)),
  ];
}

function sumOf(
  sums: Map<LedgerRange, MarkedSum>,
  range: LedgerRange,
): MarkedSum {
  const nothing = { bad: 0, total: 0, coveredSeconds: 0, inconsistent: false };
  return sums.get(range) ?? { ...range, ...nothing };
}
