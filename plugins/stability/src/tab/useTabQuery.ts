import { useSearchParams } from 'react-router-dom';
import {
  METRIC_NAMES,
  VERDICTS,
  type MetricName,
  type VerdictName,
} from '@plimsoll/plugin-stability-common';
import { DEFAULT_RANGE, RANGES, type Range } from '../queries/ranges';

/** What the tab shows, as the address of the page says it. */
export interface TabQuery {
  range: Range;
  verdict?: VerdictName;
  /** Metric whose explanation is open. */
  explain?: MetricName;
  /** Id of the deployment that is shown. */
  deployment?: string;
}

const NAMES = ['range', 'verdict', 'explain', 'deployment'] as const;

/** Reads an address; what it does not understand it leaves out. */
export function readTabQuery(parameters: URLSearchParams): TabQuery {
  return {
    range:
      RANGES.find(range => range === parameters.get('range')) ?? DEFAULT_RANGE,
    verdict: VERDICTS.find(name => name === parameters.get('verdict')),
    explain: METRIC_NAMES.find(name => name === parameters.get('explain')),
    // An id without a sign would ask for all.
    deployment: parameters.get('deployment') || undefined,
  };
}

/**
 * Range, filter and open explanation, kept in the page's address. Other
 * parameters of the page are left alone.
 */
export function useTabQuery(): {
  query: TabQuery;
  change(part: Partial<TabQuery>): void;
} {
  const [parameters, setParameters] = useSearchParams();
  return {
    query: readTabQuery(parameters),
    change: part =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          for (const name of NAMES) {
            if (name in part) {
              next.delete(name);
            }
            const value = part[name];
            if (value !== undefined && value !== DEFAULT_RANGE) {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace: true },
      ),
  };
}
