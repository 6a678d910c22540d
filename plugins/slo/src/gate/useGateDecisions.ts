import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { GateDecision, Page } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';

/** Rows of a page. */
export const DECISIONS_LIMIT = 5;

/** A page of what the gate said about a service, newest first. */
export function useGateDecisions(options: {
  entityRef: string;
  cursor?: string;
}): Polled<Page<GateDecision>> {
  const { entityRef, cursor } = options;
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: JSON.stringify([entityRef, cursor]),
    load: signal =>
      sloApi.listGateDecisions(
        { entityRef, cursor, limit: DECISIONS_LIMIT },
        { signal },
      ),
    keepPrevious: true,
  });
}
