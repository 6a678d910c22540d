import { dirname, join } from 'node:path';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Location refs of every file, or pattern of files, that the catalog reads
 * entities from.
 *
 * The catalog has no list of them; it follows its Location entities, and so
 * does this. A path on disk counts only where the Location itself is from
 * disk, as the catalog's own rule says: a repository must not make us open
 * files.
 */
export async function catalogTargets(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  integrations: ScmIntegrationRegistry;
  signal?: AbortSignal;
}): Promise<Set<string>> {
  const { catalog, credentials, integrations, signal } = options;
  const targets = new Set<string>();
  const pages = catalog.streamEntities(
    {
      filter: { kind: 'location' },
      fields: ['kind', 'metadata.name', 'metadata.annotations', 'spec'],
    },
    { credentials },
  );
  for await (const page of pages) {
    signal?.throwIfAborted();
    for (const target of page.flatMap(e => targetsOf(e, integrations))) {
      targets.add(target);
    }
  }
  return targets;
}

function targetsOf(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string[] {
  const annotation = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!annotation) {
    return [];
  }
  const base = parseLocationRef(annotation);
  const { type = base.type, target, targets } = entity.spec ?? {};
  if (type !== 'url' && !(type === 'file' && base.type === 'file')) {
    return [];
  }
  return [target, targets]
    .flat()
    .filter(each => typeof each === 'string' && each !== '')
    .map(each =>
      stringifyLocationRef({
        type,
        target: absolute({ base, type, target: String(each), integrations }),
      }),
    );
}

function absolute(options: {
  base: { type: string; target: string };
  type: string;
  target: string;
  integrations: ScmIntegrationRegistry;
}): string {
  const { base, type, target, integrations } = options;
  if (base.type !== type) {
    return target;
  }
  try {
    if (type === 'file') {
      return target.startsWith('.')
        ? join(dirname(base.target), target)
        : target;
    }
    return integrations.resolveUrl({ url: target, base: base.target });
  } catch {
    return target;
  }
}
