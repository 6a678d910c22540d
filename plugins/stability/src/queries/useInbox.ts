import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type {
  InboxItem,
  InboxPage,
  InboxState,
  MappingRule,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';

/** Seconds between two reads: who replays wants to see it arrive. */
const EVERY_SECONDS = 15;

/** A page of deliveries, with the counts of all and the doors. */
export function useInbox(request: {
  state?: InboxState;
  source?: string;
  limit: number;
  cursor?: string;
}): Polled<InboxPage> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: JSON.stringify(request),
    load: signal => stabilityApi.listInbox(request, { signal }),
    keepPrevious: true,
    everySeconds: EVERY_SECONDS,
  });
}

/** One delivery with its body. */
export function useInboxItem(id: string): Polled<InboxItem> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: id,
    load: signal => stabilityApi.getInboxItem(id, { signal }),
    everySeconds: EVERY_SECONDS,
  });
}

/** All mapping rules. */
export function useRules(): Polled<MappingRule[]> {
  const stabilityApi = useApi(stabilityApiRef);
  return usePolled({
    key: 'rules',
    load: async signal => (await stabilityApi.listRules({ signal })).items,
  });
}
