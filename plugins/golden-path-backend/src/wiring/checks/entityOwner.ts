import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';

/** Ref of who owns an entity, as the catalog has worked it out. */
export function getEntityOwner({ relations = [] }: Entity): string | undefined {
  return relations.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef;
}
