import type { StatusPayload } from './StatusPayload';

/**
 * Whether two statuses look different to a reader: state and its reason,
 * remaining budget to a tenth of a percent, with and without corrections, burn
 * rates to two digits, coverage to a percent, faults. Event counts move every minute and mean nothing by
 * themselves; who follows changes would be flooded with them.
 */
export function visibleChange(
  before: StatusPayload | undefined,
  after: StatusPayload,
): boolean {
  return before === undefined || looks(before) !== looks(after);
}

function looks(status: StatusPayload): string {
  const { state, reason, budget, projected, burnRates, forecast } = status;
  return JSON.stringify([
    state,
    reason.code,
    rounded(budget.remaining, 3),
    rounded(projected?.remaining, 3),
    Object.entries(burnRates).map(([window, rate]) => [
      window,
      Number(rate.toPrecision(2)),
    ]),
    forecast.kind,
    rounded(status.coverage, 2),
    status.inconsistent,
    ...(status.corrections
      ? [
          status.corrections.count,
          rounded(status.corrections.rawBudget.remaining, 3),
        ]
      : []),
    status.faults,
  ]);
}

function rounded(
  value: number | undefined,
  digits: number,
): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits));
}
