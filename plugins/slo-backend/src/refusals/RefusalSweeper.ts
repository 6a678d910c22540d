import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod/v4';
import type { RefusalStore } from './RefusalStore';

/** Between the catalog's word that it refuses a document and its own pages. */
const SETTLE_MS = 10_000;
/** Documents looked up at once; the rest has its turn. */
const BATCH_SIZE = 500;

const statusSchema = z.object({
  status: z.object({
    items: z.array(z.object({ type: z.string(), level: z.string() })),
  }),
});

/**
 * Forgets what is no longer refused: what the catalog has without an error, and
 * what it has not spoken of for some rounds, because nothing leads there any
 * more.
 */
export class RefusalSweeper {
  readonly #options: Parameters<typeof RefusalSweeper.create>[0];

  static create(options: {
    store: RefusalStore;
    catalog: CatalogService;
    auth: AuthService;
    /** Milliseconds after which the catalog would have said it again. */
    keepMs: number;
    /** Unix milliseconds. */
    now?(): number;
  }): RefusalSweeper {
    return new RefusalSweeper(options);
  }

  private constructor(options: Parameters<typeof RefusalSweeper.create>[0]) {
    this.#options = options;
  }

  async sweep(): Promise<void> {
    const { store, catalog, auth, keepMs, now = Date.now } = this.#options;
    const start = now();
    await store.forget({ before: start - keepMs });
    const before = start - SETTLE_MS;
    const entityRefs = await store.refs({ before, limit: BATCH_SIZE });
    if (entityRefs.length === 0) {
      return;
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata', 'status'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const refs = entityRefs.filter((_, index) => isAccepted(items[index]));
    await store.forget({ before, refs });
  }
}

function isAccepted(entity: Entity | undefined): boolean {
  const items = statusSchema.safeParse(entity).data?.status.items ?? [];
  return (
    entity !== undefined &&
    !items.some(
      ({ type, level }) =>
        type === ENTITY_STATUS_CATALOG_PROCESSING_TYPE && level === 'error',
    )
  );
}
