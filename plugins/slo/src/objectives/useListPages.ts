import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** @internal */
export interface ListPages {
  /** Where the API goes on; `undefined` on the first page. */
  cursor?: string;
  /** 0 is the first page. */
  index: number;
  next(cursor: string): void;
  previous(): void;
}

/** The way to a page, a cursor per step. */
const STEP = 'after';

/**
 * Walks pages whose API only knows the way forward: the way back is kept in
 * the page's address, so that a reload shows the same page. Filters and order
 * write an address of their own, which begins at the first page.
 */
export function useListPages(): ListPages {
  const [parameters, setParameters] = useSearchParams();
  const cursors = parameters.getAll(STEP);
  const walk = useCallback(
    (change: (cursors: string[]) => string[]) =>
      setParameters(current => {
        const next = new URLSearchParams(current);
        next.delete(STEP);
        change(current.getAll(STEP)).forEach(one => next.append(STEP, one));
        return next;
      }),
    [setParameters],
  );
  return {
    cursor: cursors.at(-1),
    index: cursors.length,
    next: cursor => walk(trail => [...trail, cursor]),
    previous: () => walk(trail => trail.slice(0, -1)),
  };
}
