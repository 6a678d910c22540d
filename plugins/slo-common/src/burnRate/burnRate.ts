import { allowedBad } from '../budget/allowedBad';

/**
 * How many times faster than allowed the budget is spent:
 * `(bad / total) / (1 - target)` (Google SRE Workbook, chapter 5). Absent
 * without events.
 *
 * @public
 */
export function burnRate(options: {
  target: number;
  bad: number;
  total: number;
}): number | undefined {
  const allowed = allowedBad(options);
  return allowed > 0 ? options.bad / allowed : undefined;
}
