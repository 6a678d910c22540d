import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveDetail,
  type ObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';

/** One objective with its document and months. */
export function useObjective(objective: ObjectiveKey): Polled<ObjectiveDetail> {
  const { ref, objective: name } = objective;
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: stringifyObjectiveKey(objective),
    load: signal => sloApi.getObjective({ ref, objective: name }, { signal }),
  });
}
