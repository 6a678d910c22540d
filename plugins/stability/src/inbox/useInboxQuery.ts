import { onSamePage } from '@plimsoll/plugin-plimsoll-react';
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
        current => {
          const before = readInboxQuery(current);
          const after = { ...before, ...part };
          const sameList =
            after.state === before.state && after.source === before.source;
          const next = writeInboxQuery(after);
          // A delivery opens beside the page on which it was found.
          return sameList
            ? onSamePage({ of: current, parameters: next })
            : next;
        },
        { replace: true },
      ),
  };
}
