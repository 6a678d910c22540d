import { useSearchParams } from 'react-router-dom';
import { readInboxQuery, writeInboxQuery, type InboxQuery } from './InboxQuery';

/** Filters and the open delivery, kept in the page's address. */
export function useInboxQuery(): {
  query: InboxQuery;
  change(part: Partial<InboxQuery>): void;
} {
  const [parameters, setParameters] = useSearchParams();
  return {
    query: readInboxQuery(parameters),
    change: part =>
      setParameters(
        current => writeInboxQuery({ ...readInboxQuery(current), ...part }),
        { replace: true },
      ),
  };
}
