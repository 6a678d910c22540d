import { parseEntityRef } from '@backstage/catalog-model';

/**
 * How people call an entity: its name, with the namespace where it is not the
 * default one. What is no ref stays as it is.
 *
 * @public
 */
export function refName(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}
