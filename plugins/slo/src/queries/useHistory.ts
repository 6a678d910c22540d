import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveHistory,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { customRequest, type CustomRange } from '../range/CustomRange';
import { historyRequest, type HistoryRange } from './historyRange';

/** An objective's lines over a range that ends now, or over a custom one. */
export function useHistory(options: {
  objective: ObjectiveStatus;
  range: HistoryRange | CustomRange;
}): Polled<ObjectiveHistory> {
  const { objective, range } = options;
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: `${stringifyObjectiveKey(objective)} ${JSON.stringify(range)}`,
    load: signal =>
      sloApi.getHistory(
        { ref: objective.ref, objective: objective.objective },
        typeof range === 'string'
          ? historyRequest({ objective, range, now: new Date() })
          : customRequest({ objective, range }),
        { signal },
      ),
    // Another range draws over this one: the page neither jumps nor loses focus.
    keepPrevious: true,
  });
}
