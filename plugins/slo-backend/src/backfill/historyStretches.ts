import {
  type LedgerRange,
  resolveWindow,
  type TimeWindow,
} from '@plimsoll/plugin-slo-common';

const CELL_SECONDS = 900;
const MONTH_SECONDS = 31 * 86_400;
/** Months before the window: a strip of twelve and the one that is cut. */
const HISTORY_MONTHS = 13;

/**
 * How far back an objective's history is asked for: its current window first,
 * so that it has a status soon, then 13 months before it.
 *
 * @param options.at - Unix seconds up to which history is wanted
 */
export function historyStretches(options: { window: TimeWindow; at: number }): {
  window: LedgerRange;
  history: LedgerRange;
} {
  const { window, at } = options;
  const { from } = resolveWindow({ window, at });
  const start = Math.floor(from / CELL_SECONDS) * CELL_SECONDS;
  const oldest = start - HISTORY_MONTHS * MONTH_SECONDS;
  return {
    window: { from: start, to: at },
    history: {
      from: Math.floor(oldest / CELL_SECONDS) * CELL_SECONDS,
      to: start,
    },
  };
}
