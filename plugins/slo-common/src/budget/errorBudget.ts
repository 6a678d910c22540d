import type { ErrorBudget } from '../status/ObjectiveStatus';
import { allowedBad } from './allowedBad';

/**
 * The error budget over a window: `consumed = bad / ((1 - target) * total)`,
 * `remaining = 1 - consumed` (Google SRE Workbook, chapter 2). Never clamped:
 * `remaining` is negative when overspent. Without events there is no ratio, and
 * `consumed` and `remaining` are absent.
 *
 * @public
 */
export function errorBudget(options: {
  target: number;
  bad: number;
  total: number;
}): ErrorBudget {
  const { target, bad, total } = options;
  const allowed = allowedBad({ target, total });
  if (!(allowed > 0)) {
    return { bad, total, allowed };
  }
  const consumed = bad / allowed;
  return { remaining: 1 - consumed, consumed, bad, total, allowed };
}
