import type { Entity } from '@backstage/catalog-model';

/**
 * How people call an entity that is at hand: its title, or else its name.
 *
 * @public
 */
export function entityName(entity: Entity): string {
  return entity.metadata.title ?? entity.metadata.name;
}
