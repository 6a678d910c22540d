import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogFollower,
  type FollowResult,
  type ServiceIndex,
  ServiceIndexRefresher,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { markAllDirty } from '../allocation/markAllDirty';
import { CatalogClaims } from './CatalogClaims';
import { readClaims } from './readClaims';

/**
 * Starts to follow the services of the catalog and what they claim of a bill.
 * Where that changes, every month is allotted anew: an annotation written
 * today also finds last year's charges.
 */
export async function followCatalog(options: {
  client: Knex;
  services: ServiceIndex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
  /** Told when months have to be allotted anew. */
  onChange(): void;
}): Promise<void> {
  const { client, services, catalog, auth, now, onChange } = options;
  const refresher = ServiceIndexRefresher.create({
    catalog,
    auth,
    index: services,
  });
  const claims = CatalogClaims.create({ client });
  const follow = async (pass: {
    signal: AbortSignal;
  }): Promise<FollowResult> => {
    const result = await refresher.refresh(pass);
    const read = await readClaims({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
      signal: pass.signal,
    }).catch(error => {
      throw new ForwardedError(
        'What entities claim of the bill could not be read from the catalog, the last known claims stay in use',
        error,
      );
    });
    const { changed } = await claims.replaceAll({
      claims: read,
      onChange: trx => markAllDirty({ trx, now: now() }),
    });
    if (result.changed && !changed) {
      // pools are shared by all services, which may be others now
      await client.transaction(trx => markAllDirty({ trx, now: now() }));
    }
    if (result.changed || changed) {
      onChange();
    }
    return { found: result.found, changed: result.changed || changed };
  };
  await CatalogFollower.create({
    ...options,
    id: 'follow-services',
    follow,
  }).start();
}
