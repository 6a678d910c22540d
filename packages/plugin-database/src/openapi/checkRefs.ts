import { InputError } from '@backstage/errors';

/** kind:namespace/name, all three. */
const FULL_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

const EXAMPLES: Record<string, string> = {
  entityRef: 'component:default/checkout',
  owner: 'group:default/payments-crew',
  system: 'system:default/purchase',
  within: 'domain:default/shop',
};

/**
 * Refuses what is no full entity ref: nothing is stored under a short one, and
 * an empty answer would read as "there is nothing".
 *
 * @param refs - by the name of their parameter
 * @throws InputError that names the parameter and the mend
 * @public
 */
export function checkRefs(refs: Record<string, string | undefined>): void {
  for (const [name, ref] of Object.entries(refs)) {
    if (ref !== undefined && !isFullRef(ref)) {
      throw new InputError(
        `${name} is '${ref}', which is no full entity ref; write kind:namespace/name, for instance ${EXAMPLES[name]}`,
      );
    }
  }
}

function isFullRef(ref: string): boolean {
  // no text of PostgreSQL holds a NUL, and actions have no door that refuses it
  return FULL_REF.test(ref) && !ref.includes('\u0000');
}
