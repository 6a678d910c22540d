import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { CheckReport } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';

/** Documents change by commits, and each check asks a metrics source. */
const EVERY_SECONDS = 600;

/** What the doctor finds in the documents of an entity. */
export function useCheck(entityRef: string): Polled<CheckReport> {
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: entityRef,
    load: signal => sloApi.checkEntity(entityRef, { signal }),
    everySeconds: EVERY_SECONDS,
  });
}
