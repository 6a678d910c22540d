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
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { markAllDirty } from '../allocation/markAllDirty';
import { CatalogClaims } from './CatalogClaims';
import { followServiceRefs } from './followServiceRefs';
import { readClaims } from './readClaims';

/**
 * Starts to follow the services of the catalog and what they claim of a bill.
 * Where a claim changes, every month is allotted anew: an annotation written
 * today also finds last year's charges.
 */
export async function followCatalog(options: {
  client: Knex;
  allocation: Pick<AllocationSettings, 'pools'>;
  services: ServiceIndex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
  /** Told when anything of a service is other than before. */
  onChange(): Promise<void>;
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
    const isMarked = await followServiceRefs({ ...options, now: now() });
    if (result.changed || changed || isMarked) {
      await onChange();
    }
    return { found: result.found, changed: result.changed || changed };
  };
  await CatalogFollower.create({
    ...options,
    id: 'follow-services',
    follow,
  }).start();
}
