import {
  windowSeconds,
  type HistoryRequest,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/** What the range picker offers. */
export const HISTORY_RANGES = ['7d', '30d', '90d', 'calendar'] as const;

export type HistoryRange = (typeof HISTORY_RANGES)[number];

const DAYS = { '7d': 7, '30d': 30, '90d': 90 } as const;
const DAY = 86_400_000;

/**
 * Calendar windows are read from their start; the others looking back.
 */
export function defaultRange(
  objective: Pick<ObjectiveStatus, 'window'>,
): HistoryRange {
  return objective.window.kind === 'calendar' ? 'calendar' : '30d';
}

/**
 * What to ask the backend for. `calendar` begins with the window itself, so
 * that the budget starts at 100 % and burns down; the others show the rolling
 * budget at each instant.
 */
export function historyRequest(options: {
  objective: Pick<ObjectiveStatus, 'window' | 'windowFrom'>;
  range: HistoryRange;
  now: Date;
}): HistoryRequest {
  const { objective, range, now } = options;
  if (range !== 'calendar') {
    return {
      from: new Date(now.getTime() - DAYS[range] * DAY).toISOString(),
      to: now.toISOString(),
      view: 'rolling',
    };
  }
  const start =
    objective.windowFrom ??
    new Date(
      now.getTime() - windowSeconds(objective.window.duration) * 1000,
    ).toISOString();
  return { from: start, to: now.toISOString(), view: 'calendar' };
}
