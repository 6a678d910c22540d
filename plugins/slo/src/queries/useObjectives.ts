import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ListObjectivesRequest,
  ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { usePolled, type Polled } from './usePolled';

/**
 * A page of objectives. The last one stays until the next has come or has
 * failed; a page that was read stays while reading it again fails.
 */
export function useObjectives(
  request: ListObjectivesRequest,
): Polled<ObjectivePage> {
  const sloApi = useApi(sloApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => sloApi.listObjectives(request, { signal }),
    keepPrevious: true,
  });
}
