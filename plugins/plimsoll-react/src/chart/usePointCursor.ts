import { useState, type KeyboardEvent } from 'react';

/** @internal */
export interface PointCursor {
  /** Index of the point under the cursor. */
  index?: number;
  /** It was moved by keys, so it is to be announced. */
  announced: boolean;
  onKeyDown(event: KeyboardEvent): void;
  point(index: number | undefined): void;
  clear(): void;
}

/**
 * Walks the points of a chart: arrows by one, with the page keys by a tenth,
 * Home and End to the ends. The newest point is where walking begins.
 *
 * @internal
 */
export function usePointCursor(options: { count: number }): PointCursor {
  const { count } = options;
  const [state, setState] = useState<{ index?: number; announced: boolean }>({
    announced: false,
  });
  const last = count - 1;
  const page = Math.max(1, Math.round(count / 10));

  const onKeyDown = (event: KeyboardEvent) => {
    const from = state.index ?? count;
    const moves: Record<string, number | undefined> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      PageUp: from - page,
      PageDown: from + page,
      Home: 0,
      End: last,
    };
    const target = moves[event.key];
    if (event.key === 'Escape') {
      setState({ announced: false });
      return;
    }
    if (target === undefined || count === 0) {
      return;
    }
    event.preventDefault();
    setState({ index: Math.min(last, Math.max(0, target)), announced: true });
  };

  return {
    // Fresh data may be shorter than what the cursor was put on.
    index:
      state.index === undefined || last < 0
        ? undefined
        : Math.min(state.index, last),
    announced: state.announced,
    onKeyDown,
    point: index => setState({ index, announced: false }),
    clear: () => setState({ announced: false }),
  };
}
