import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type CorrectionPage,
  type ObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';

/** Rows of a page. */
export const CORRECTIONS_LIMIT = 5;

/** A page of what is excluded from the budget of an objective, newest first. */
export function useCorrections(options: {
  objective: ObjectiveKey;
  cursor?: string;
}): Polled<CorrectionPage> {
  const { ref, objective } = options.objective;
  const { cursor } = options;
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: JSON.stringify([stringifyObjectiveKey(options.objective), cursor]),
    load: signal =>
      sloApi.listCorrections(
        { ref, objective, cursor, limit: CORRECTIONS_LIMIT },
        { signal },
      ),
    keepPrevious: true,
  });
}
