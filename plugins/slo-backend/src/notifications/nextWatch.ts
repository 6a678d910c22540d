import { type BudgetStanding, nextBudgetStanding } from './BudgetStanding';
import { hasData, nextDataStanding } from './DataStanding';
import { judgedBudget, type JudgedBudget } from './judgedBudget';
import type { NotificationSettings } from './NotificationSettings';
import type { Watch, WatchedObjective } from './WatchedObjective';

/** Seconds in which an objective that is watched anew may still find its feet. */
export const SETTLE_SECONDS = 90;

/** What a look at an objective leads to. */
export interface WatchStep {
  watch: Watch;
  /** A threshold was passed. */
  passed?: { standing: BudgetStanding; budget: JudgedBudget };
  /** Its data have stopped since, Unix seconds. */
  silentSince?: number;
}

/**
 * How an objective stands after a look, and what its owners are to be told.
 * Until it has settled nothing is news, unless app-config wants to hear of what
 * stands. What a source leaves without data is told of the source.
 *
 * @param options.at - Unix seconds
 */
export function nextWatch(options: {
  watched: WatchedObjective;
  settings: NotificationSettings;
  at: number;
}): WatchStep {
  const { watched, settings, at } = options;
  const { watch, state, dataUpTo, evaluatedAt } = watched;
  const isNews = watch.isSettled || settings.tellsExisting;
  const budget = judgedBudget(watched);
  const standing = budget
    ? nextBudgetStanding({
        standing: watch.budget,
        measure: budget,
        thresholds: settings.thresholds,
        at,
      })
    : watch.budget;
  const data =
    isOfSource(watched) && isNews
      ? { silentSince: watch.data.silentSince }
      : nextDataStanding({
          standing: watch.data,
          measure: { state, dataUpTo },
          silentSeconds: settings.silentSeconds,
          at,
        });
  return {
    watch: {
      ...watch,
      isSettled:
        watch.isSettled ||
        (hasData(state) && evaluatedAt >= watch.watchedSince + SETTLE_SECONDS),
      budget: standing,
      data,
    },
    ...(isNews &&
      budget &&
      hasRisen(watch.budget, standing) && { passed: { standing, budget } }),
    ...(isNews &&
      watch.data.silentSince === undefined && {
        silentSince: data.silentSince,
      }),
  };
}

/** In another window the level of the last one is forgotten. */
function hasRisen(before: BudgetStanding, after: BudgetStanding): boolean {
  return before.episode === after.episode
    ? after.level > before.level
    : after.endsAt !== undefined && after.level > 0;
}

/** Its source is down, or app-config does not have it. */
function isOfSource({ state, status }: WatchedObjective): boolean {
  return state === 'unknown' || status.reason.code === 'source-missing';
}
