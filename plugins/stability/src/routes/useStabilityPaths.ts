import { useRouteRef, type RouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { inboxRouteRef } from './routes';
import { tabAddress, type TabAddress } from './tabAddress';

/** Paths to services and to the plugin's own pages; none where not installed. */
export interface StabilityPaths {
  service(entityRef: string): string | undefined;
  tab(entityRef: string, address?: TabAddress): string | undefined;
  inbox: string | undefined;
}

export function useStabilityPaths(): StabilityPaths {
  const entityRoute = useEntityRoute();
  const inbox = useOwnRoute(inboxRouteRef)?.();
  const service = (entityRef: string) =>
    entityRoute?.(entityRouteParams(entityRef, { encodeParams: true }));
  return {
    inbox,
    service,
    tab: (entityRef, address) => {
      const path = service(entityRef);
      return path && `${path}${tabAddress(address)}`;
    },
  };
}

/**
 * The core's `useRouteRef`, which alone works in both frontend systems. It
 * throws, after its last hook, where a page is not installed.
 */
function useOwnRoute(ref: RouteRef<undefined>) {
  try {
    return useRouteRef(ref);
  } catch {
    return undefined;
  }
}

function useEntityRoute() {
  try {
    return useRouteRef(entityRouteRef);
  } catch {
    return undefined;
  }
}
