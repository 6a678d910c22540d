import type { MarkerLane } from '../markers';
import { nearestPoint } from './nearestPoint';

/**
 * Page of the mark that lies at a point: of those that are nearer to it than
 * to any other point, and that have a page, the nearest.
 *
 * @internal
 */
export function hrefAt(options: {
  index: number;
  instants: readonly Date[];
  lanes: readonly MarkerLane[];
}): string | undefined {
  const { index, instants, lanes } = options;
  const distance = (at: Date) => Math.abs(+at - +instants[index]);
  const [nearest] = lanes
    .flatMap(({ markers }) => markers)
    .filter(({ at, href }) => href && nearestPoint(instants, at) === index)
    .sort((a, b) => distance(a.at) - distance(b.at));
  return nearest?.href;
}
