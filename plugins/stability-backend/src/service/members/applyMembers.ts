import {
  type CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';

/** Kinds whose services are rolled up. */
const ROLLED_UP = ['system', 'domain', 'group'];

/** An entity that is asked about, in lower case. */
export interface AskedEntity {
  entityRef: string;
  /** Whether it stands for several services. */
  isRollup: boolean;
}

/**
 * Reads a ref as callers write it.
 *
 * @throws InputError when it is none, or a person's: nothing is counted for one
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

/**
 * Narrows a query to what an entity stands for: the service itself, or the
 * components of a system, of a domain, or of an owner.
 *
 * @param options.column - qualified column that holds the service's ref
 */
export function applyMembers(
  query: Knex.QueryBuilder,
  options: { entity: AskedEntity; column: string },
): void {
  const { entity, column } = options;
  const { entityRef } = entity;
  if (!entity.isRollup) {
    query.where(column, entityRef);
    return;
  }
  query.whereIn(column, services => {
    services
      .select('member.entity_ref')
      .from('service_index as member')
      .where('member.kind', 'component');
    if (entityRef.startsWith('system:')) {
      services.where('member.system_ref', entityRef);
    } else if (entityRef.startsWith('domain:')) {
      services.where('member.domain_ref', entityRef);
    } else {
      services.whereIn('member.entity_ref', owned =>
        owned
          .select('entity_ref')
          .from('service_index_owner')
          .where('owner_ref', entityRef),
      );
    }
  });
}
