import type { TimePoint } from './TimeRange';

/** A point that was measured. @internal */
export type KnownPoint = TimePoint & { value: number };

/** @internal */
export function isKnown(point: TimePoint): point is KnownPoint {
  return point.value !== undefined;
}

/** The newest measured point. @internal */
export function lastKnown(
  points: readonly TimePoint[],
): KnownPoint | undefined {
  return points.filter(isKnown).at(-1);
}
