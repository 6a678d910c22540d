import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A walk through pages. @public */
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
 * write an address of their own, which begins at the first page. An address
 * has room for one such list.
 *
 * @public
 */
export function useListPages(): ListPages {
  const [parameters, setParameters] = useSearchParams();
  const cursors = parameters.getAll(STEP);
  const walk = useCallback(
    (change: (cursors: string[]) => string[]) =>
      setParameters(current =>
        withSteps(current, change(current.getAll(STEP))),
      ),
    [setParameters],
  );
  return {
    cursor: cursors.at(-1),
    index: cursors.length,
    next: cursor => walk(trail => [...trail, cursor]),
    previous: () => walk(trail => trail.slice(0, -1)),
  };
}

/**
 * An address that shows the same page of the list as another: for what is
 * opened beside the list.
 *
 * @public
 */
export function onSamePage(options: {
  of: URLSearchParams;
  parameters: URLSearchParams;
}): URLSearchParams {
  const { of, parameters } = options;
  return withSteps(parameters, of.getAll(STEP));
}

function withSteps(parameters: URLSearchParams, steps: readonly string[]) {
  const next = new URLSearchParams(parameters);
  next.delete(STEP);
  steps.forEach(step => next.append(STEP, step));
  return next;
}
