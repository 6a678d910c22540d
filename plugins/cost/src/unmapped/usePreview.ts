import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  MappingPreview,
  UnmappedCost,
} from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';
import { mappingMatch } from './mappingMatch';

/** A preview does not age while somebody looks at it. */
const EVERY_SECONDS = 600;

/** What would move to a service; nothing is asked while none is chosen. */
export function usePreview(options: {
  cost: UnmappedCost;
  entityRef: string | undefined;
}): Polled<MappingPreview> {
  const { cost, entityRef } = options;
  const costApi = useApi(costApiRef);
  return usePolled({
    key: entityRef,
    load: signal =>
      costApi.previewMapping(
        { match: mappingMatch(cost), entityRef: entityRef ?? '' },
        { signal },
      ),
    everySeconds: EVERY_SECONDS,
  });
}
