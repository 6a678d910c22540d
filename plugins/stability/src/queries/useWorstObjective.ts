import { useApiHolder } from '@backstage/frontend-plugin-api';
import { usePolled } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';

/** Objectives that are themselves measured from deployments and incidents. */
const DERIVED_SOURCE = 'stability';

const EVERY_SECONDS = 20;

/**
 * The service's objective that is worst off and has a budget; none without
 * the slo plugin, and none while it cannot be read: the card does without.
 */
export function useWorstObjective(
  entityRef: string,
): ObjectiveStatus | undefined {
  const sloApi = useApiHolder().get(sloApiRef);
  const { data } = usePolled({
    key: sloApi && entityRef,
    everySeconds: EVERY_SECONDS,
    load: async signal =>
      (await sloApi?.listObjectives(
        { entityRef, sort: 'worst', limit: 20 },
        { signal },
      )) ?? { items: [] },
  });
  return data?.items.find(
    ({ budget, source }) =>
      budget.remaining !== undefined && source !== DERIVED_SOURCE,
  );
}
