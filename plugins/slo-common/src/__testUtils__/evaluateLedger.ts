import type { Bucket } from '../ledger/Bucket';
import { sumBuckets } from '../ledger/sumBuckets';
import {
  composeStatus,
  type ComposeStatusOptions,
  type EvaluatedStatus,
} from '../state/composeStatus';
import { requiredRanges, sumRanges } from '../state/requiredRanges';
import { parseDuration } from '../window/parseDuration';
import type { TimeWindow } from '../window/TimeWindow';
import { utc } from './arbitraries';

const DAY = 86_400;

/** A Saturday, 13:00 in Warsaw. */
export const at = utc('2026-11-21T12:00:00Z');
export const thirtyDays: TimeWindow = {
  kind: 'rolling',
  duration: parseDuration('30d'),
};
export const warsawMonth: TimeWindow = {
  kind: 'calendar',
  duration: parseDuration('1M'),
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
};

/** A bucket every quarter of an hour, 100 units each, bad as `badAt` says. */
export function ledgerOf(
  badAt: (start: number) => number,
  options: { from?: number; to?: number; total?: number } = {},
): Bucket[] {
  const { from = at - 62 * DAY, to = at, total = 100 } = options;
  const buckets: Bucket[] = [];
  for (let start = from; start < to; start += 900) {
    const bucket = { start, seconds: 900, total, coveredSeconds: 900 };
    buckets.push({ ...bucket, bad: badAt(start) });
  }
  return buckets;
}

/** The status of an objective of 99 % over thirty days, unless told otherwise. */
export function evaluateLedger(
  buckets: Bucket[],
  options: Partial<Omit<ComposeStatusOptions, 'definition'>> & {
    window?: TimeWindow;
    target?: number;
    unit?: 'events' | 'slices';
  } = {},
): EvaluatedStatus {
  const {
    window = thirtyDays,
    target = 0.99,
    unit = 'events',
    ...rest
  } = options;
  const definition = { target, unit, window, source: 'prometheus' };
  const now = options.at ?? at;
  const ranges = requiredRanges({ definition, at: now });
  const newest = buckets[buckets.length - 1];
  return composeStatus({
    definition,
    at: now,
    sums: sumRanges(ranges, range => sumBuckets({ buckets, ...range })),
    source: { kind: 'up' },
    measuredFrom: buckets[0]?.start,
    measuredUpTo: newest && newest.start + newest.seconds,
    ...rest,
  });
}
