import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { NamedEnvironment } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';

/** What services were deployed to in the last 90 days, most used first. */
export function useEnvironments(): Polled<NamedEnvironment[]> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: 'environments',
    load: async signal =>
      (await stabilityApi.listEnvironments({ signal })).items,
  });
}
