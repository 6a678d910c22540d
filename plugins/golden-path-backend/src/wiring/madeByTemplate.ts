import type { Entity } from '@backstage/catalog-model';

/** Where templates write their version. */
export const VERSION_ANNOTATION = 'backstage.io/template-version';
/** What the service is called in metrics, alerts and bills. */
const NAME_ANNOTATION = 'plimsoll.dev/service';

/** Which template made a service; nothing where none did. */
export function madeByTemplate(
  entity: Entity,
): { ref: string; version?: string } | undefined {
  const { scaffoldedFrom } = entity.spec ?? {};
  const version = entity.metadata.annotations?.[VERSION_ANNOTATION];
  return typeof scaffoldedFrom === 'string' && version
    ? { ref: scaffoldedFrom, version }
    : undefined;
}

/** What a service is called outside of the catalog. */
export function serviceNameOf({ metadata }: Entity): string {
  return metadata.annotations?.[NAME_ANNOTATION] ?? metadata.name;
}
