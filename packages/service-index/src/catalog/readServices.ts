import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { IndexedService } from '../services/IndexedService';

/** Names how much a service matters, for instance `tier-1`. @public */
export const TIER_ANNOTATION = 'plimsoll.dev/tier';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  `metadata.annotations.${TIER_ANNOTATION}`,
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/**
 * Reads every Component, System and API of the catalog, in pages and with the
 * fields that the index needs. Throws when the catalog cannot be read to the
 * end, so that half an answer is never taken for the whole.
 */
export async function readServices(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<IndexedService[]> {
  const { catalog, credentials, signal } = options;
  const services: IndexedService[] = [];
  const pages = catalog.streamEntities(
    { filter: { kind: ['component', 'system', 'api'] }, fields: FIELDS },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    services.push(...page.map(toIndexedService));
  }
  return withDomainsOfSystems(services);
}

function toIndexedService(entity: Entity): IndexedService {
  const entityRef = stringifyEntityRef(entity);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const [system] = targets(entity, RELATION_PART_OF, 'system');
  const [domain] = targets(entity, RELATION_PART_OF, 'domain');
  return {
    entityRef,
    kind,
    title: entity.metadata.title,
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
    tier: entity.metadata.annotations?.[TIER_ANNOTATION],
    system: kind === 'system' ? entityRef : system,
    domain: kind === 'system' ? domain : undefined,
    owners: targets(entity, RELATION_OWNED_BY),
  };
}

function withDomainsOfSystems(services: IndexedService[]): IndexedService[] {
  const domainOf = new Map(
    services
      .filter(service => service.kind === 'system')
      .map(service => [service.entityRef, service.domain]),
  );
  return services.map(service => ({
    ...service,
    domain: service.system && domainOf.get(service.system),
  }));
}

function targets(entity: Entity, type: string, kind?: string): string[] {
  const refs = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLocaleLowerCase('en-US'))
    .filter(ref => !kind || ref.startsWith(`${kind}:`));
  return [...new Set(refs)].sort();
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
