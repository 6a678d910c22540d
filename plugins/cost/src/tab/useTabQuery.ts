import { useSearchParams } from 'react-router-dom';
import { COST_METRICS, type CostMetric } from '@plimsoll/plugin-cost-common';
import { DEFAULT_RANGE, RANGES, type Range } from '../queries/ranges';

/** What the tab shows, as the address of the page says it. */
export interface TabQuery {
  metric: CostMetric;
  range: Range;
  /** ISO 4217; that of app-config, or the bill's own, without it. */
  currency?: string;
  /** Figure whose explanation is open. */
  explain?: string;
  /** Id of the saving that is shown. */
  saving?: string;
}

export const DEFAULT_METRIC: CostMetric = 'effective';

const NAMES = ['metric', 'range', 'currency', 'explain', 'saving'] as const;
const CURRENCY = /^[A-Z]{3}$/;
const USUAL: readonly unknown[] = [DEFAULT_METRIC, DEFAULT_RANGE, undefined];

/** Reads an address; what it does not understand it leaves out. */
export function readTabQuery(parameters: URLSearchParams): TabQuery {
  const currency = parameters.get('currency') ?? '';
  return {
    metric:
      COST_METRICS.find(name => name === parameters.get('metric')) ??
      DEFAULT_METRIC,
    range:
      RANGES.find(name => name === parameters.get('range')) ?? DEFAULT_RANGE,
    ...(CURRENCY.test(currency) && { currency }),
    explain: parameters.get('explain') ?? undefined,
    saving: parameters.get('saving') ?? undefined,
  };
}

/** The address after a change; other parameters of the page are left alone. */
export function writeTabQuery(
  current: URLSearchParams,
  part: Partial<TabQuery>,
): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const name of NAMES) {
    if (name in part) {
      next.delete(name);
      const value = part[name];
      if (value !== undefined && !USUAL.includes(value)) {
        next.set(name, value);
      }
    }
  }
  return next;
}

/** Metric, range and open drawer, kept in the page's address. */
export function useTabQuery(): {
  query: TabQuery;
  change(part: Partial<TabQuery>): void;
} {
  const [parameters, setParameters] = useSearchParams();
  return {
    query: readTabQuery(parameters),
    change: part =>
      setParameters(current => writeTabQuery(current, part), {
        replace: true,
      }),
  };
}
