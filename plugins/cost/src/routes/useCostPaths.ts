import {
  useEntityPath,
  useOptionalRoute,
} from '@plimsoll/plugin-plimsoll-react';
import { PAGE_PATHS, type CostPageName } from './pagePaths';
import { rootRouteRef } from './routes';
import { tabAddress, type TabAddress } from './tabAddress';

/** Paths to services and to the plugin's own pages; none where not installed. */
export interface CostPaths {
  service(entityRef: string): string | undefined;
  tab(entityRef: string, address?: TabAddress): string | undefined;
  page(name: CostPageName): string | undefined;
}

export function useCostPaths(): CostPaths {
  const service = useEntityPath();
  const root = useOptionalRoute(rootRouteRef)?.();
  return {
    service,
    tab: (entityRef, address) => {
      const path = service(entityRef);
      return path && `${path}${tabAddress(address)}`;
    },
    page: name => root && `${root}/${PAGE_PATHS[name]}`,
  };
}
