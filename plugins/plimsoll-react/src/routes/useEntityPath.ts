import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useOptionalRoute } from './useOptionalRoute';

/**
 * Paths of entity pages by their refs; `undefined` without a catalog.
 *
 * @public
 */
export function useEntityPath(): (entityRef: string) => string | undefined {
  const route = useOptionalRoute(entityRouteRef);
  return entityRef =>
    route?.(entityRouteParams(entityRef, { encodeParams: true }));
}
