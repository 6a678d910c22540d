import type {
  ObjectivePage,
  ObjectiveStatus,
  SloState,
} from '@plimsoll/plugin-slo-common';

/** States that say how an objective does, and may have changed since. */
export const JUDGED: readonly SloState[] = [
  'ok',
  'burning',
  'exhausted',
  'no-traffic',
];

/**
 * A page of objectives that could not be read again: what was known of them is
 * known no longer. Their last numbers stay.
 *
 * @param readAt - when the page was read
 */
export function withoutNews(page: ObjectivePage, readAt: Date): ObjectivePage {
  return {
    ...page,
    items: page.items.map(item => objectiveWithoutNews(item, readAt)),
  };
}

/** The same of one objective. */
export function objectiveWithoutNews(
  objective: ObjectiveStatus,
  readAt: Date,
): ObjectiveStatus {
  if (!JUDGED.includes(objective.state)) {
    return objective;
  }
  const since = readAt.toISOString();
  return {
    ...objective,
    state: 'unknown' as const,
    reason: { code: 'not-refreshed' as const, params: { since } },
    dataUpTo: objective.dataUpTo ?? since,
  };
}
