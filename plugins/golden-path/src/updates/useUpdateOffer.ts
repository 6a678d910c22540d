import { useApi } from '@backstage/frontend-plugin-api';
import type { UpdateOffer } from '@plimsoll/plugin-golden-path-common';
import { type Polled, usePolled } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathApiRef } from '../api';

/** Whether there is a newer template for a service. */
export function useUpdateOffer(
  entityRef: string,
  options: { everySeconds?: number } = {},
): Polled<UpdateOffer> {
  const api = useApi(goldenPathApiRef);
  return usePolled({
    ...options,
    key: entityRef,
    load: signal => api.getUpdateOffer(entityRef, { signal }),
  });
}
