import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { onSamePage } from '../paging';

/** @public */
export interface UseAddressQueryOptions<TQuery extends object> {
  /** Reads an address; what it does not understand it leaves out. */
  read(parameters: URLSearchParams): TQuery;
  /** The address of a query; what is as usual is left out. */
  write(query: TQuery): URLSearchParams;
  /**
   * Whether both show the same list, so that its page is kept; without it every
   * change begins at the first page.
   */
  isSameList?(before: TQuery, after: TQuery): boolean;
}

/**
 * Filters and order, kept in the page's address, so that it can be sent to
 * somebody.
 *
 * @param options - the same functions each time
 * @public
 */
export function useAddressQuery<TQuery extends object>(
  options: UseAddressQueryOptions<TQuery>,
): { query: TQuery; change(part: Partial<TQuery>): void } {
  const { read, write, isSameList } = options;
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => read(parameters), [read, parameters]);
  const change = useCallback(
    (part: Partial<TQuery>) =>
      setParameters(
        current => {
          const before = read(current);
          const after = { ...before, ...part };
          const next = write(after);
          return isSameList?.(before, after)
            ? onSamePage({ of: current, parameters: next })
            : next;
        },
        { replace: true },
      ),
    [read, write, isSameList, setParameters],
  );
  return { query, change };
}
