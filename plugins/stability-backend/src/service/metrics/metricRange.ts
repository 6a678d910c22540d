import { InputError } from '@backstage/errors';
import type { MetricsRequest } from '@plimsoll/plugin-stability-common';
import { DEFAULT_WINDOW } from '../../facts/MetricWindow';
import { instantOf } from '../instantRange';

const DAY_MS = 86_400_000;
/** The longest window that one answer counts: two years. */
const MAX_RANGE_MS = 2 * 366 * DAY_MS;

/**
 * The window that a request speaks of, Unix milliseconds.
 *
 * @throws InputError when there is none, or when it is too long
 */
export function metricRange(options: {
  request: Pick<MetricsRequest, 'from' | 'to' | 'window'>;
  now: number;
  /** Days where the request says nothing; 90 by default. */
  defaultDays?: number;
}): { from: number; to: number } {
  const { request, now, defaultDays = DEFAULT_WINDOW } = options;
  const { window } = request;
  if (window !== undefined && (request.from ?? request.to) !== undefined) {
    throw new InputError(
      `'window' ends now; leave it out where 'from' or 'to' is given`,
    );
  }
  const to = request.to === undefined ? now : instantOf(request.to);
  const days = window ?? defaultDays;
  const from =
    request.from === undefined ? to - days * DAY_MS : instantOf(request.from);
  if (from >= to) {
    throw new InputError(
      `The window from ${request.from} to ${request.to} is empty; 'from' must lie before 'to'`,
    );
  }
  if (to - from > MAX_RANGE_MS) {
    throw new InputError(
      `The window from ${request.from} to ${request.to} is longer than two years; ask for it in parts`,
    );
  }
  return { from, to };
}
