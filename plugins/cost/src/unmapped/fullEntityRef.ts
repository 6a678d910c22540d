import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** What the catalog takes for a kind, a namespace or a name. */
const PART = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;

/** The whole ref of a service, of what somebody typed; none if it is no ref. */
export function fullEntityRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return [ref.kind, ref.namespace, ref.name].every(part => PART.test(part))
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
