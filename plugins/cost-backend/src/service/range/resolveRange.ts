import { InputError } from '@backstage/errors';
import {
  addDays,
  type CostRangeRequest,
  countDays,
  monthOf,
} from '@plimsoll/plugin-cost-common';
import { DEFAULT_METRIC } from '../CostContext';
import type { BillState } from '../state/BillState';
import type { CostRange } from './CostRange';

/** Days that one answer covers at most: 13 months and some. */
const LONGEST_DAYS = 400;

/**
 * Makes a request definite: by default the running month up to the last
 * complete day, in the configured currency or the bill's own.
 *
 * @param options.now - Unix milliseconds; where there is no bill
 * @throws InputError when a day is none, or the range is empty or too long
 */
export function resolveRange(options: {
  request: CostRangeRequest;
  state: Pick<BillState, 'completeTo' | 'currencies'>;
  currency: string;
  now: number;
}): CostRange {
  const { request, state, now } = options;
  const last =
    state.completeTo ?? addDays(new Date(now).toISOString().slice(0, 10), -1);
  const end = addDays(last, 1);
  const running = { from: monthOf(last), to: end };
  const to = checked('to', request.to) ?? end;
  const from =
    checked('from', request.from) ??
    (request.to === undefined ? running.from : monthOf(addDays(to, -1)));
  const days = countDays(from, to);
  if (days <= 0) {
    throw new InputError(
      `from (${from}) must be before to (${to}), which is the day after the last`,
    );
  }
  if (days > LONGEST_DAYS) {
    throw new InputError(
      `from and to are ${days} days apart; ask for at most ${LONGEST_DAYS}`,
    );
  }
  const { currencies } = state;
  return {
    from,
    to,
    completeEnd: to < end ? to : end,
    metric: request.metric ?? DEFAULT_METRIC,
    currency:
      request.currency ??
      (currencies.length === 0 || currencies.includes(options.currency)
        ? options.currency
        : currencies[0]),
    isRunningMonth: from === running.from && to === running.to,
  };
}

function checked(name: string, day: string | undefined): string | undefined {
  if (day === undefined) {
    return undefined;
  }
  const at = new Date(`${day}T00:00:00Z`);
  if (
    Number.isNaN(at.getTime()) ||
    at.toISOString().slice(0, 10) !== day ||
    day < '2000-01-01' ||
    day > '2200-01-01'
  ) {
    throw new InputError(
      `${name} is '${day}', which is no day; write it like 2026-11-17`,
    );
  }
  return day;
}
