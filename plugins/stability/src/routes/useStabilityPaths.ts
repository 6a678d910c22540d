import {
  useEntityPath,
  useOptionalRoute,
} from '@plimsoll/plugin-plimsoll-react';
import { inboxRouteRef } from './routes';
import { tabAddress, type TabAddress } from './tabAddress';

/** Paths to services and to the plugin's own pages; none where not installed. */
export interface StabilityPaths {
  service(entityRef: string): string | undefined;
  tab(entityRef: string, address?: TabAddress): string | undefined;
  inbox: string | undefined;
}

export function useStabilityPaths(): StabilityPaths {
  const service = useEntityPath();
  const inbox = useOptionalRoute(inboxRouteRef)?.();
  return {
    inbox,
    service,
    tab: (entityRef, address) => {
      const path = service(entityRef);
      return path && `${path}${tabAddress(address)}`;
    },
  };
}
