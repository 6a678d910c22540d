import { useApi } from '@backstage/frontend-plugin-api';
import {
  stringifyObjectiveKey,
  type ObjectiveHistory,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { historyRequest, type HistoryRange } from './historyRange';
import { usePolled, type Polled } from './usePolled';

/** An objective's lines over a range that ends now. */
export function useHistory(options: {
  objective: ObjectiveStatus;
  range: HistoryRange;
}): Polled<ObjectiveHistory> {
  const { objective, range } = options;
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: `${stringifyObjectiveKey(objective)} ${range}`,
    load: signal =>
      sloApi.getHistory(
        { ref: objective.ref, objective: objective.objective },
        historyRequest({ objective, range, now: new Date() }),
        { signal },
      ),
    // Another range draws over this one: the page neither jumps nor loses focus.
    keepPrevious: true,
  });
}
