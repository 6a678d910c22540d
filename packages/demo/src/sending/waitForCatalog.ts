import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { PROFILES } from '../releases/profiles';

const EVERY_MS = 500;
/** What cannot be matched by then waits in the inbox until it can. */
const AT_MOST_MS = 30_000;

/**
 * Waits until the catalog has the services that deliveries are about, so that
 * few of them have to be looked at twice.
 */
export async function waitForCatalog(options: {
  catalog: Pick<CatalogService, 'queryEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  signal: AbortSignal;
}): Promise<void> {
  const { catalog, auth, signal } = options;
  const deadline = Date.now() + AT_MOST_MS;
  while (Date.now() < deadline) {
    const known = await catalog
      .queryEntities(
        {
          filter: { kind: 'component', 'spec.type': ['service', 'website'] },
          limit: 0,
        },
        { credentials: await auth.getOwnServiceCredentials() },
      )
      .catch(() => undefined);
    if (known && known.totalItems >= PROFILES.length) {
      return;
    }
    await sleep(EVERY_MS, undefined, { signal, ref: false });
  }
}
