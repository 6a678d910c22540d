import { useSearchParams } from 'react-router-dom';
import { HISTORY_RANGES, type HistoryRange } from '../queries/historyRange';

/** What the tab shows, as the address of the page says it. */
export interface TabQuery {
  /** Key or name of the chosen objective. */
  objective?: string;
  /** Figure whose explanation is open. */
  explain?: string;
  /** The target that is tried, in percent: `99.95`. */
  trial?: string;
  /** The preset of the charts' time range. */
  range?: HistoryRange;
  /** Ends of the time range that was chosen on a chart, ISO instants. */
  from?: string;
  to?: string;
}

const NAMES = ['objective', 'explain', 'trial', 'range', 'from', 'to'] as const;

/**
 * The chosen objective, the open explanation and the chosen time range, kept in
 * the page's address.
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
      trial: parameters.get('trial') ?? undefined,
      range: HISTORY_RANGES.find(range => range === parameters.get('range')),
      from: parameters.get('from') ?? undefined,
      to: parameters.get('to') ?? undefined,
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
