/** How far the owners of an objective have been told of its budget. */
export interface BudgetStanding {
  /** Highest threshold that was told in this episode; 0 for none. */
  level: number;
  /**
   * Unix seconds that the episode is named by: the start of a calendar window,
   * or the moment from which a rolling one counts.
   */
  episode: number;
  /** Unix seconds: the end of a calendar window. */
  endsAt?: number;
}

/** What of a status says how a budget stands. */
export interface BudgetMeasure {
  /** Share of the budget that is consumed. */
  consumed: number;
  /** Bounds of a calendar window, Unix seconds; absent for a rolling one. */
  window?: { from: number; to: number };
}

/**
 * So much less than a threshold must be consumed before a rolling window rings
 * at it again: a value that wobbles around the threshold rings once.
 */
export const RECOVERY = 0.1;

/**
 * How the owners stand after a measurement. A level that rose is to be told, at
 * the highest threshold that was passed. A calendar window starts anew when the
 * next one begins and rings once at each threshold; a rolling one is armed
 * again by recovery.
 *
 * @param options.thresholds - shares of the budget, lowest first
 * @param options.at - Unix seconds
 */
export function nextBudgetStanding(options: {
  standing: BudgetStanding;
  measure: BudgetMeasure;
  thresholds: readonly number[];
  at: number;
}): BudgetStanding {
  const { measure, thresholds, at } = options;
  const { consumed, window } = measure;
  const standing = ofWindow(options.standing, window);
  const reached = highest(thresholds, share => consumed >= share);
  if (reached > standing.level) {
    return { ...standing, level: reached };
  }
  if (window) {
    return standing;
  }
  const kept = highest(
    thresholds,
    share => share <= standing.level && consumed > share - RECOVERY,
  );
  return kept < standing.level ? { level: kept, episode: at } : standing;
}

/** The standing as the present window finds it. */
function ofWindow(
  standing: BudgetStanding,
  window: BudgetMeasure['window'],
): BudgetStanding {
  if (!window) {
    const { level, episode } = standing;
    return { level, episode };
  }
  const isSame =
    standing.endsAt !== undefined && standing.episode === window.from;
  return {
    level: isSame ? standing.level : 0,
    episode: window.from,
    endsAt: window.to,
  };
}

function highest(
  shares: readonly number[],
  holds: (share: number) => boolean,
): number {
  return Math.max(0, ...shares.filter(holds));
}
