import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PlotGeometry } from './plotGeometry';
import type { TimeRange } from './TimeRange';

/** Pixels below which a drag is a click. */
const MIN_DRAG = 8;

/** @internal */
export interface RangeSelection {
  /** What is selected so far. */
  selected?: TimeRange;
  onPointerDown(event: PointerEvent<SVGSVGElement>): void;
  onPointerMove(event: PointerEvent<SVGSVGElement>): void;
  onPointerUp(event: PointerEvent<SVGSVGElement>): void;
  /** Before the cursor moves: Shift with an arrow key begins or goes on. */
  onKeyDown(event: KeyboardEvent): void;
  clear(): void;
}

interface Selection {
  /** Where it began. */
  anchor: Date;
  /** Where the pointer is; with keys the cursor says it. */
  head?: Date;
}

/**
 * Selects a stretch of a chart: by dragging, or with Shift and the keys that
 * move the cursor.
 *
 * @param options.cursor - instant under the cursor
 * @param options.newest - where walking by keys begins
 * @param options.onRange - absent: nothing can be selected
 * @internal
 */
export function useRangeSelection(options: {
  geometry: PlotGeometry;
  cursor: Date | undefined;
  newest: Date | undefined;
  onRange: ((range: TimeRange) => void) | undefined;
}): RangeSelection {
  const { cursor, newest, onRange } = options;
  const { left, right, x } = options.geometry;
  const [selection, setSelection] = useState<Selection>();
  const clear = () => setSelection(undefined);

  const at = (event: PointerEvent<SVGSVGElement>): Date => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = event.clientX - box.left;
    return x.invert(Math.min(right, Math.max(left, place)));
  };
  const head = selection?.head ?? cursor;
  const selected =
    selection && head && +head !== +selection.anchor
      ? ordered(selection.anchor, head)
      : undefined;

  return {
    selected,
    clear,
    onPointerDown: event => {
      if (!onRange || event.button !== 0 || !event.isPrimary) {
        return;
      }
      const anchor = at(event);
      setSelection({ anchor, head: anchor });
      // So that the drag goes on beyond the edge of the chart.
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: event => {
      const place = at(event);
      setSelection(now => now?.head && { ...now, head: place });
    },
    onPointerUp: event => {
      if (selection?.head && onRange) {
        const range = ordered(selection.anchor, at(event));
        if (x(range.to) - x(range.from) >= MIN_DRAG) {
          onRange(range);
        }
      }
      clear();
    },
    onKeyDown: event => {
      if (event.key === 'Escape') {
        clear();
      } else if (event.key !== 'Shift' && event.key !== 'Enter') {
        const anchor = selection?.anchor ?? cursor ?? newest;
        setSelection(
          event.shiftKey && onRange && anchor ? { anchor } : undefined,
        );
      }
    },
  };
}

function ordered(one: Date, two: Date): TimeRange {
  return one <= two ? { from: one, to: two } : { from: two, to: one };
}
