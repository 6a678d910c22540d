import type { TimeMarker } from './TimeMarker';

/** Marks closer than this are one, in pixels. */
export const FOLD_DISTANCE = 8;

/** Marks of different kinds have their centres at least this far apart. */
const APART = 12;

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
 * they give way.
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
      last &&
      last.markers[0].kind === marker.kind &&
      position - last.x < FOLD_DISTANCE
    ) {
      last.markers.push(marker);
    } else {
      groups.push({ x: position, markers: [marker] });
    }
  }
  return spread(groups);
}

/** Neighbours of different kinds give way to each other, half the way each. */
function spread(groups: readonly MarkerGroup[]): MarkerGroup[] {
  const places = groups.map(({ x }) => x);
  for (let index = 1; index < groups.length; index++) {
    const missing = APART - (places[index] - places[index - 1]);
    const isOther =
      groups[index].markers[0].kind !== groups[index - 1].markers[0].kind;
    if (missing > 0 && isOther) {
      places[index - 1] -= missing / 2;
      places[index] += missing / 2;
    }
  }
  return groups.map((group, index) => ({ ...group, x: places[index] }));
}
