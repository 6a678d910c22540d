import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readListQuery, writeListQuery, type ListQuery } from './ListQuery';

/**
 * Filters and order, kept in the page's address, so that it can be sent to
 * somebody.
 */
export function useListQuery(): {
  query: ListQuery;
  change(part: Partial<ListQuery>): void;
} {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => readListQuery(parameters), [parameters]);
  const change = useCallback(
    (part: Partial<ListQuery>) =>
      setParameters(
        current => writeListQuery({ ...readListQuery(current), ...part }),
        { replace: true },
      ),
    [setParameters],
  );
  return { query, change };
}
