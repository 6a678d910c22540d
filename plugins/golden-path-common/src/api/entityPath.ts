import { parseEntityRef } from '@backstage/catalog-model';

/** Path of an entity below a collection: `/updates/component/default/cart`. */
export function entityPath(collection: string, ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/${[collection, kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
