import {
  type Bucket,
  gapsOf,
  isoInstant,
  type LedgerRange,
  type ObjectiveHistory,
} from '@plimsoll/plugin-slo-common';

type Gap = ObjectiveHistory['gaps'][number];

/** The newest stretch may still be on its way; it is no gap yet. */
const FRESH_SECONDS = 600;
/** More would tell a reader nothing; the coverage of the points does. */
const MAX_GAPS = 200;

/**
 * The stretches of `[from, to)` that were not measured, in order, each with its
 * reason. A gap that an outage of the source covers in part is cut there. Of
 * very many gaps the longest are given.
 *
 * @param options.buckets - what was measured in the range, ordered
 * @param options.outages - when the source did not answer, ordered
 * @param options.measuredFrom - start of the first bucket ever measured
 */
export function measurementGaps(
  options: {
    buckets: readonly Bucket[];
    outages: readonly LedgerRange[];
    measuredFrom?: number;
  } & LedgerRange,
): Gap[] {
  const { buckets, outages, from, to, measuredFrom = to } = options;
  const gaps = gapsOf({ buckets, from, to }).filter(
    gap => gap.to < to || gap.to - gap.from > FRESH_SECONDS,
  );
  const named = gaps.flatMap(gap => {
    const early = { from: gap.from, to: Math.min(gap.to, measuredFrom) };
    const late = { from: Math.max(gap.from, measuredFrom), to: gap.to };
    return [
      ...(early.to > early.from
        ? [{ ...early, reason: 'not-measured-yet' as const }]
        : []),
      ...splitByOutages(late, outages),
    ];
  });
  return longest(named).map(({ from: start, to: end, reason }) => ({
    from: isoInstant(start),
    to: isoInstant(end),
    reason,
  }));
}

type NamedGap = LedgerRange & { reason: Gap['reason'] };

function splitByOutages(
  gap: LedgerRange,
  outages: readonly LedgerRange[],
): NamedGap[] {
  const parts: NamedGap[] = [];
  let known = gap.from;
  for (const outage of outages) {
    const start = Math.max(outage.from, known);
    const end = Math.min(outage.to, gap.to);
    if (end > start) {
      if (start > known) {
        parts.push({ from: known, to: start, reason: 'series-absent' });
      }
      parts.push({ from: start, to: end, reason: 'source-down' });
      known = end;
    }
  }
  if (gap.to > known) {
    parts.push({ from: known, to: gap.to, reason: 'series-absent' });
  }
  return parts;
}

function longest(gaps: NamedGap[]): NamedGap[] {
  if (gaps.length <= MAX_GAPS) {
    return gaps;
  }
  return [...gaps]
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MAX_GAPS)
    .sort((a, b) => a.from - b.from);
}
