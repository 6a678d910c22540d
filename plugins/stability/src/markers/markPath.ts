import { parseEntityRef } from '@backstage/catalog-model';
import { tabAddress } from '../routes/tabAddress';

/**
 * Where a mark leads: the tab of its service. A marker source runs outside
 * the routes, so this is the catalog's usual path.
 */
export function markPath(options: {
  entityRef: string;
  deployment?: string;
}): string {
  const { entityRef, deployment } = options;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const place = [namespace, kind, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
  return `/catalog/${place}${tabAddress({ deployment })}`;
}
