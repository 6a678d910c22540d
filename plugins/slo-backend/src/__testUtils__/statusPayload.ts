import { isoInstant, type SloState } from '@plimsoll/plugin-slo-common';
import type { StatusPayload } from '../evaluation/StatusPayload';

const DAY = 86_400;

/** What a test says of a status; the rest follows. */
export interface StatusSketch {
  state?: SloState;
  /** Share of the budget, of 1,000 events. */
  consumed?: number;
  /** Unix seconds; the evaluation by default, null where there never were data. */
  dataUpTo?: number | null;
  payload?: Partial<StatusPayload>;
}

/**
 * What an evaluation writes of a rolling window of 30 days.
 *
 * @param at - Unix seconds of the evaluation
 */
export function statusPayload(sketch: StatusSketch, at: number): StatusPayload {
  const { state = 'ok', consumed = 0, dataUpTo = at, payload } = sketch;
  return {
    state,
    reason: { code: 'budget-left' },
    budget: {
      consumed,
      remaining: 1 - consumed,
      bad: consumed * 1_000,
      allowed: 1_000,
      total: 1_000_000,
    },
    burnRates: {},
    forecast: { kind: 'unknown' },
    coverage: 1,
    inconsistent: false,
    windowFrom: isoInstant(at - 30 * DAY),
    windowTo: isoInstant(at),
    dataUpTo: dataUpTo === null ? undefined : isoInstant(dataUpTo),
    measuredFrom: at - 60 * DAY,
    faults: [],
    trend: [],
    ...payload,
  };
}
