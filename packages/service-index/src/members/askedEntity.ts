import {
  type CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Kinds whose services are rolled up. */
const ROLLED_UP = ['system', 'domain', 'group'];

/** An entity that is asked about, in lower case. @public */
export interface AskedEntity {
  entityRef: string;
  /** Whether it stands for several services. */
  isRollup: boolean;
}

/**
 * Reads a ref as callers write it. There is no figure for a person, ever: what
 * somebody's services cost or how often they fail says nothing of them.
 *
 * @throws InputError when it is none, or a person's
 * @public
 */
export function askedEntity(text: string): AskedEntity {
  const entity = parsedRef(text);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  if (kind === 'user') {
    throw new InputError(
      `'${text}' is a person, for whom nothing is counted; ask for a component, system, domain or group`,
    );
  }
  return {
    entityRef: stringifyEntityRef(entity),
    isRollup: ROLLED_UP.includes(kind),
  };
}

function parsedRef(text: string): CompoundEntityRef {
  try {
    return parseEntityRef(text, { defaultKind: 'component' });
  } catch (error) {
    throw new InputError(
      `'${text}' is no entity ref; write it like component:default/checkout`,
      error,
    );
  }
}
