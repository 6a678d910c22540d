import { area, line } from 'd3-shape';
import type { TimePoint } from './TimeRange';

interface Scales {
  x(at: Date): number;
  y(value: number): number;
}

/**
 * A line through the points, broken where nothing was measured.
 *
 * @internal
 */
export function linePath(points: readonly TimePoint[], scales: Scales): string {
  const path = line<TimePoint>()
    .defined(point => point.value !== undefined)
    .x(point => scales.x(point.at))
    .y(point => scales.y(point.value ?? 0));
  return path([...points]) ?? '';
}

/**
 * The area between the points and a base value, broken like the line.
 *
 * @internal
 */
export function areaPath(
  points: readonly TimePoint[],
  scales: Scales & { base: number },
): string {
  const path = area<TimePoint>()
    .defined(point => point.value !== undefined)
    .x(point => scales.x(point.at))
    .y0(scales.y(scales.base))
    .y1(point => scales.y(point.value ?? 0));
  return path([...points]) ?? '';
}
