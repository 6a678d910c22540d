import type { SourceHealth } from './SourceHealth';

/**
 * The instant to evaluate an objective at: now, or, while its source is down,
 * the end of what was measured, so that the last good values stay as they were
 * instead of fading out of the burn windows.
 *
 * @param options.now - Unix seconds
 * @param options.measuredUpTo - end of the newest measured bucket
 * @public
 */
export function evaluationInstant(options: {
  now: number;
  source: SourceHealth;
  measuredUpTo?: number;
}): number {
  const { now, source, measuredUpTo } = options;
  return source.kind === 'down' && measuredUpTo !== undefined
    ? Math.min(now, measuredUpTo)
    : now;
}
