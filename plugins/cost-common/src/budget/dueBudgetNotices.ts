import type { CostBudget } from '../api/responses';

/** Something that the owners of a budget are told once a month. @public */
export type BudgetNotice =
  /** So much of it is used; `threshold` is its key, `0.8`. */
  | { threshold: string; kind: 'used'; ratio: number }
  /** It will not last: the forecast is above it. */
  | { threshold: 'expected'; kind: 'expected' };

/**
 * What the owners of a budget have still to be told this month: the highest
 * share that was passed, the lower ones go with it, and that the month is
 * expected to end above it, as long as it has not yet.
 *
 * @returns the notices, and every threshold that is told with them
 * @public
 */
export function dueBudgetNotices(options: {
  budget: CostBudget;
  /** Thresholds that were told this month. */
  told: readonly string[];
}): { notices: BudgetNotice[]; told: string[] } {
  const { budget } = options;
  const told = new Set(options.told);
  const passed = budget.notifyAt.filter(ratio => budget.usedRatio >= ratio);
  const fresh = passed.filter(ratio => !told.has(String(ratio)));
  const notices: BudgetNotice[] = [];
  const highest = Math.max(...passed);
  if (fresh.includes(highest)) {
    notices.push({ threshold: String(highest), kind: 'used', ratio: highest });
  }
  if (budget.state === 'over-expected' && !told.has('expected')) {
    notices.push({ threshold: 'expected', kind: 'expected' });
  }
  return {
    notices,
    told: [
      ...fresh.map(String),
      ...notices.flatMap(({ kind }) => (kind === 'expected' ? [kind] : [])),
    ],
  };
}
