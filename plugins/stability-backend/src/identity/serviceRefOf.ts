import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The ref that a text names, in lower case; a bare name is a component of the
 * default namespace.
 *
 * @returns undefined where the text cannot be a ref
 */
export function serviceRefOf(text: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
