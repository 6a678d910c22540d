import { isStale, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { overdueSince } from './overdueSince';

/**
 * Since when the figures that are shown may no longer be true: the backend
 * does not answer, or does not count. `undefined` while they are fresh.
 */
export function staleSince(
  polled: Pick<
    Polled<StabilityMetrics>,
    'data' | 'error' | 'readAt' | 'triedAt'
  >,
  now: Date,
): Date | undefined {
  const { data, error, readAt } = polled;
  if (!data) {
    return undefined;
  }
  const unread = error !== undefined || isStale(polled, now);
  return overdueSince(data, now) ?? (unread ? readAt : undefined);
}
