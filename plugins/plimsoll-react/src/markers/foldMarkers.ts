import type { TimeMarker } from './TimeMarker';

/** Marks closer than this are one, in pixels. */
export const FOLD_DISTANCE = 8;

/** One glyph on the axis, for one mark or several. */
export interface MarkerGroup {
  /** Pixels from the left edge. */
  x: number;
  /** Ordered by time; never empty. */
  markers: TimeMarker[];
}

/**
 * Folds neighbours of one kind that would touch. A failure and its rollback
 * are of different kinds and stay apart.
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
  return groups;
}
