import type { Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';

/**
 * An entity as the catalog has it now; `null` where it has none. Where the
 * catalog cannot be asked there is no data, and no reason to wait for it.
 */
export function useCatalogEntity(entityRef: string): Polled<Entity | null> {
  const catalogApi = useApiHolder().get(catalogApiRef);
  return usePolled({
    key: catalogApi && entityRef,
    load: async () => (await catalogApi?.getEntityByRef(entityRef)) ?? null,
  });
}
