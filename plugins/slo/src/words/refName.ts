import { parseEntityRef } from '@backstage/catalog-model';

/**
 * How people call an entity: its name, with the namespace where it is not the
 * default one.
 */
export function refName(ref: string): string {
  const { namespace, name } = parseEntityRef(ref, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
