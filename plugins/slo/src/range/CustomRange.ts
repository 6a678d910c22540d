import type {
  HistoryRequest,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/** A stretch of time that somebody has chosen, as ISO instants. */
export interface CustomRange {
  from: string;
  to: string;
}

/** What the backend answers at most. */
const MAX_MS = 731 * 86_400_000;
/** A line needs two points, which lie five minutes apart. */
const MIN_MS = 600_000;

/**
 * The range that an address names; `undefined` where it names none that could
 * be shown.
 */
export function readCustomRange(query: {
  from?: string;
  to?: string;
}): CustomRange | undefined {
  const from = Date.parse(query.from ?? '');
  const to = Date.parse(query.to ?? '');
  return to - from >= MIN_MS && to - from <= MAX_MS
    ? customRange({ from: new Date(from), to: new Date(to) })
    : undefined;
}

/** A stretch of a chart as an address writes it, in whole minutes. */
export function customRange(range: { from: Date; to: Date }): CustomRange {
  const minute = 60_000;
  return {
    from: new Date(Math.floor(+range.from / minute) * minute).toISOString(),
    to: new Date(Math.ceil(+range.to / minute) * minute).toISOString(),
  };
}

/** What to ask the backend for: the view that the objective's window has. */
export function customRequest(options: {
  objective: Pick<ObjectiveStatus, 'window'>;
  range: CustomRange;
}): HistoryRequest {
  const { objective, range } = options;
  return { ...range, view: objective.window.kind };
}
