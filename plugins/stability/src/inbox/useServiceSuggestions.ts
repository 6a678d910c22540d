import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** A service of the catalog that somebody may mean. */
export interface ServiceSuggestion {
  entityRef: string;
  /** As people call it. */
  name: string;
}

const MOST = 6;
/** Who types on is not asked about, milliseconds. */
const PAUSE_MS = 200;

/**
 * Components of the catalog whose name or title begins with a text or contains
 * it. None without a text, nor where the catalog does not answer: then a ref can
 * still be typed.
 */
export function useServiceSuggestions(text: string): ServiceSuggestion[] {
  const catalogApi = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<ServiceSuggestion[]>([]);
  const term = text.trim().replace(/^component:([^/]*\/)?/i, '');

  useEffect(() => {
    setFound([]);
    if (!catalogApi || term === '') {
      return undefined;
    }
    let isStale = false;
    const timer = setTimeout(async () => {
      const page = await catalogApi
        .queryEntities({
          filter: { kind: 'component' },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
          ],
          fullTextFilter: {
            term,
            fields: ['metadata.name', 'metadata.title'],
          },
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: MOST,
        })
        .catch(() => ({ items: [] }));
      if (!isStale) {
        setFound(
          page.items.map(entity => ({
            entityRef: stringifyEntityRef(entity),
            name: entity.metadata.title ?? entity.metadata.name,
          })),
        );
      }
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [catalogApi, term]);

  return found;
}
