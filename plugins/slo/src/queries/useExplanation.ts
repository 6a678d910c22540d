import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type Explanation,
  type ObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';

/** The ground of an objective's numbers. */
export function useExplanation(objective: ObjectiveKey): Polled<Explanation> {
  const { ref, objective: name } = objective;
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: stringifyObjectiveKey(objective),
    load: signal =>
      sloApi.explainObjective({ ref, objective: name }, { signal }),
  });
}
