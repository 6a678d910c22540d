import { useSearchParams } from 'react-router-dom';

/** What the tab shows, as the address of the page says it. */
export interface TabQuery {
  /** Key or name of the chosen objective. */
  objective?: string;
  /** Figure whose explanation is open. */
  explain?: string;
}

const NAMES = ['objective', 'explain'] as const;

/**
 * The chosen objective and the open explanation, kept in the page's address.
 * Other parameters of the page are left alone.
 */
export function useTabQuery(): {
  query: TabQuery;
  change(part: TabQuery): void;
} {
  const [parameters, setParameters] = useSearchParams();
  return {
    query: {
      objective: parameters.get('objective') ?? undefined,
      explain: parameters.get('explain') ?? undefined,
    },
    change: part =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          for (const name of NAMES) {
            if (name in part) {
              next.delete(name);
            }
            const value = part[name];
            if (value !== undefined) {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace: true },
      ),
  };
}
