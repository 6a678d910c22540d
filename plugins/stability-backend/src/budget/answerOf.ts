import {
  type HistoryPoint,
  type ObjectiveHistory,
  type ObjectiveStatus,
  stringifyObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import type {
  BudgetAnswer,
  Deployment,
} from '@plimsoll/plugin-stability-common';

/** Share of the budget that an hour may burn before somebody is paged. */
const FAST_BURN_SHARE = 0.02;
const HOUR_MS = 3_600_000;
const DEFAULT_WINDOW_HOURS = 30 * 24;

/**
 * What a history says about a deployment: how much of the whole budget burned
 * in the stretch that it answers for, how much in as long a time before (of a
 * short stretch as fast as in the longer time that was asked for), and
 * since when it burned faster than 2 % an hour (a burn rate of 14.4 for a
 * window of 30 days; The Site Reliability Workbook, chapter 5).
 *
 * @param options.history - from as long before the stretch, or longer, up to
 * its end
 * @param options.range - the stretch, Unix milliseconds
 * @param options.now - Unix milliseconds
 * @returns undefined where nothing of the stretch was measured
 */
export function answerOf(options: {
  deployment: Pick<Deployment, 'id' | 'entityRef'>;
  objective: ObjectiveStatus;
  history: ObjectiveHistory;
  range: { from: number; to: number };
  now: number;
}): BudgetAnswer | undefined {
  const { deployment, objective, history, range, now } = options;
  const { allowed = 0 } = objective.budget;
  const stepMs = history.step * 1000;
  // a point speaks for the step that ends at it
  const during = history.points.filter(({ at }) => {
    const end = Date.parse(at);
    return end > range.from && end - stepMs < range.to;
  });
  const before = history.points.filter(
    ({ at }) => Date.parse(at) <= range.from,
  );
  const coveredSeconds = covered(during, history.step);
  if (allowed <= 0 || coveredSeconds === 0) {
    return undefined;
  }
  const key = stringifyObjectiveKey(objective);
  const burning = during.find(
    ({ burnRate = 0 }) => burnRate >= fastBurnRate(objective),
  );
  return {
    kind: 'budget',
    id: `budget:${deployment.id}:${key}`,
    entityRef: deployment.entityRef,
    deploymentId: deployment.id,
    objective: key,
    displayName: objective.displayName,
    at: new Date(now).toISOString(),
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    burned: bad(during) / allowed,
    ...(covered(before, history.step) > 0 && {
      burnedBefore:
        (bad(before) * Math.min(1, during.length / before.length)) / allowed,
    }),
    ...(burning && {
      burningFrom: burning.at,
      burningSince: new Date(
        Math.max(range.from, Date.parse(burning.at) - stepMs),
      ).toISOString(),
    }),
    coveredSeconds,
    rangeSeconds: during.length * history.step,
  };
}

/** Burn rate at which an hour takes the share that pages. */
function fastBurnRate(objective: ObjectiveStatus): number {
  const { windowFrom, windowTo } = objective;
  const hours =
    windowFrom && windowTo
      ? (Date.parse(windowTo) - Date.parse(windowFrom)) / HOUR_MS
      : DEFAULT_WINDOW_HOURS;
  return FAST_BURN_SHARE * hours;
}

function bad(points: HistoryPoint[]): number {
  return points.reduce((sum, point) => sum + point.bad, 0);
}

function covered(points: HistoryPoint[], step: number): number {
  return points.reduce((sum, { coverage }) => sum + coverage * step, 0);
}
