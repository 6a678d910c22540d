import type {
  HistoryPoint,
  HistoryRequest,
  ObjectiveHistory,
} from '@plimsoll/plugin-slo-common';

const POINTS = 120;

/** Share of the range at which a release failed, and where data are missing. */
const FALL = 0.47;
const GAP = [0.25, 0.27];

/**
 * A month that begins at 84 %, loses a fifth to one release and then slowly
 * more; two hours of it were not measured.
 */
export function objectiveHistory(request: HistoryRequest): ObjectiveHistory {
  const from = Date.parse(request.from);
  const to = Date.parse(request.to);
  const instant = (share: number) =>
    new Date(from + share * (to - from)).toISOString();

  const point = (index: number): HistoryPoint => {
    const share = (index + 1) / POINTS;
    const at = instant(share);
    if (share > GAP[0] && share <= GAP[1] + 1 / POINTS) {
      return { at, bad: 0, total: 0, coverage: 0 };
    }
    const fallen = share >= FALL;
    const expected = fallen ? 0.8 : 0.95;
    const falling = Math.abs(share - FALL) <= 0.5 / POINTS;
    return {
      at,
      remaining: fallen ? 0.647 - (share - FALL) * 0.23 : 0.841,
      projectedRemaining: request.view === 'calendar' ? expected : undefined,
      sli: falling ? 0.931 : 0.9996,
      burnRate: falling ? 69.8 : 0.4 + 0.1 * Math.sin(index),
      bad: falling ? 6_282 : 40,
      total: 100_000,
      coverage: 1,
    };
  };
  return {
    from: request.from,
    to: request.to,
    step: (to - from) / 1000 / POINTS,
    view: request.view ?? 'rolling',
    points: Array.from({ length: POINTS }, (_, index) => point(index)),
    gaps: [
      { from: instant(GAP[0]), to: instant(GAP[1]), reason: 'source-down' },
    ],
  };
}
