import { allowedBad } from './allowedBad';

/**
 * The share of a window's budget that one stretch of it spent:
 * `bad(stretch) / ((1 - target) * total(window))`, "this deployment cost 19.4 %
 * of the budget". Absent when the window has no events.
 *
 * @param options.bad - bad units of the stretch
 * @param options.windowTotal - all units of the whole window
 * @public
 */
export function budgetSpent(options: {
  target: number;
  bad: number;
  windowTotal: number;
}): number | undefined {
  const allowed = allowedBad({
    target: options.target,
    total: options.windowTotal,
  });
  return allowed > 0 ? options.bad / allowed : undefined;
}
