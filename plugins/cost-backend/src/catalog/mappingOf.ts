import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LONGEST_CLAIM, type MappingEntry } from '@plimsoll/plugin-cost-common';
import {
  ACCOUNTS_ANNOTATION,
  KUBERNETES_ANNOTATION,
  PRODUCTS_ANNOTATION,
  RESOURCES_ANNOTATION,
  SERVICE_ANNOTATION,
  TAGS_ANNOTATION,
} from './annotations';
import { listItems } from './listItems';

/**
 * What entities claim of a bill. What an annotation says outdoes what only a
 * name suggests, and a component's name that of a resource; entities that
 * claim one thing with equal right are both listed, and neither is given it.
 */
export function mappingOf(options: {
  entities: readonly Entity[];
}): MappingEntry[] {
  const ranked = options.entities.flatMap(claimsOf);
  const best = new Map<string, number>();
  for (const { entry, rank } of ranked) {
    const key = keyOf(entry);
    best.set(key, Math.min(best.get(key) ?? rank, rank));
  }
  const entries = ranked
    .filter(({ entry, rank }) => best.get(keyOf(entry)) === rank)
    .map(({ entry }) => entry);
  return [
    ...new Map(
      entries.map(entry => [`${keyOf(entry)}|${entry.entityRef}`, entry]),
    ).values(),
  ];
}

interface Claim {
  entry: MappingEntry;
  /** 0 is the strongest. */
  rank: number;
}

function claimsOf(entity: Entity): Claim[] {
  const entityRef = stringifyEntityRef(entity);
  const annotations = entity.metadata.annotations ?? {};
  const isResource = entity.kind.toLocaleLowerCase('en-US') === 'resource';
  const named = (rank: number, ...values: Array<string | undefined>) =>
    values.flatMap(value =>
      value
        ? [
            { rank, entry: { by: 'tag', value, entityRef } as const },
            { rank, entry: { by: 'label', value, entityRef } as const },
          ]
        : [],
    );
  const listed = (
    by: 'resource' | 'sub-account' | 'product',
    annotation: string,
  ) =>
    listItems(annotations[annotation]).map(value => ({
      rank: 0,
      entry: { by, value, entityRef } as const,
    }));
  return [
    ...listItems(annotations[TAGS_ANNOTATION]).flatMap(item =>
      tagClaim(item, entityRef),
    ),
    ...listed('resource', RESOURCES_ANNOTATION),
    ...listed('sub-account', ACCOUNTS_ANNOTATION),
    ...listed('product', PRODUCTS_ANNOTATION),
    ...named(0, entityRef, annotations[SERVICE_ANNOTATION]),
    ...named(1, annotations[KUBERNETES_ANNOTATION]),
    ...named(isResource ? 3 : 2, entity.metadata.name),
  ].filter(
    ({ entry }) =>
      entry.value.length <= LONGEST_CLAIM.value &&
      ('key' in entry ? entry.key ?? '' : '').length <= LONGEST_CLAIM.key,
  );
}

/** `team=shop`, or the value of any configured tag. */
function tagClaim(item: string, entityRef: string): Claim[] {
  const at = item.indexOf('=');
  const key = item.slice(0, Math.max(at, 0)).trim();
  const value = item.slice(at + 1).trim();
  return value === ''
    ? []
    : [
        {
          rank: 0,
          entry: { by: 'tag', ...(key && { key }), value, entityRef },
        },
      ];
}

function keyOf(entry: MappingEntry): string {
  return JSON.stringify([
    entry.by,
    ('key' in entry ? entry.key ?? '' : '').toLocaleLowerCase('en-US'),
    entry.value.toLocaleLowerCase('en-US'),
  ]);
}
