import { spreadPlaces } from './spreadPlaces';
import type { TimeMarker } from './TimeMarker';

/** Marks closer than this are one, in pixels. */
export const FOLD_DISTANCE = 8;

/** Half of what a glyph takes of the axis, with a seam beside it; pixels. */
const HALF = 8;

/** What each digit of a count adds to a side, pixels. */
const HALF_DIGIT = 4;

/** One glyph on the axis, for one mark or several. */
export interface MarkerGroup {
  /** Pixels from the left edge. */
  x: number;
  /** Ordered by time; never empty. */
  markers: TimeMarker[];
}

/**
 * Folds neighbours of one kind that would touch. A failure and its rollback
 * are of different kinds and stay apart: where they would lie on each other
 * they give way, and so do those beside them.
 *
 * @internal
 */
export function foldMarkers(options: {
  markers: readonly TimeMarker[];
  x: (at: Date) => number;
}): MarkerGroup[] {
  const { markers, x } = options;
  const ordered = [...markers].sort((a, b) => a.at.getTime() - b.at.getTime());
  const groups: MarkerGroup[] = [];
  for (const marker of ordered) {
    const position = x(marker.at);
    const last = groups[groups.length - 1];
    if (
      last?.markers[0].kind === marker.kind &&
      position - last.x < reachOf(last)
    ) {
      last.markers.push(marker);
    } else {
      groups.push({ x: position, markers: [marker] });
    }
  }
  const places = spreadPlaces({
    places: groups.map(group => group.x),
    distances: groups
      .slice(1)
      .map((group, index) => distanceOf(groups[index], group)),
  });
  return groups.map((group, index) => ({ ...group, x: places[index] }));
}

/** How far a group takes in others: its count must not be covered either. */
function reachOf(group: MarkerGroup): number {
  return group.markers.length === 1 ? FOLD_DISTANCE : halfOf(group) + HALF;
}

function distanceOf(a: MarkerGroup, b: MarkerGroup): number {
  const alike =
    a.markers.length + b.markers.length === 2 &&
    a.markers[0].kind === b.markers[0].kind;
  return alike ? FOLD_DISTANCE : halfOf(a) + halfOf(b);
}

/** Half the width of a glyph with its count. */
function halfOf({ markers }: MarkerGroup): number {
  return markers.length === 1
    ? HALF
    : HALF + HALF_DIGIT * String(markers.length).length;
}
